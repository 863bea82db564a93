// Records: bytes → typed rows, and rejections with positions. Knows no files, no clock, no rates.
//
// Five layers. `DataText` unpacks and decodes. `CSVScanner` and `JSONScanner` give a parse of any bytes and judge nothing.
// `TextTable` finds the table in them, `TableRows` its rows. `Sheet` holds wanted columns of several files. The readers
// above (`EventReader`, `RecordReader`, `CountReader`, `MeasureReader`) decide which rows are accepted and which are
// rejected, and say where and why.
