// Records: bytes → typed rows, and rejections with positions. Knows no files, no clock, no rates.
//
// Two layers. `CSVScanner` gives a parse of any bytes and judges nothing; `EventReader` above it decides which rows
// are events and which are rejected, and says where and why.
