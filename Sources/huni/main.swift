// huni
