// Figures: numbers and ready words → geometry → SVG and HTML text. No locale, no formatting of numbers, no measuring of
// fonts. What a figure shows is decided in its layout (plain numbers, tested as such); how it is written is decided in
// its emitter: fixed attribute order, one element a line, one decimal, presentation attributes and classes only.
