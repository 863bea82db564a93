// generate-example
