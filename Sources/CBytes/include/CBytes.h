// Ends of cells, found 64 bytes at a time. Vectors where the processor is known to have them; the plain loop gives the same
// answer everywhere else.
#ifndef CBYTES_H
#define CBYTES_H

#include <stdbool.h>
#include <stdint.h>

/// The bytes that a row is cut at.
typedef struct {
    uint8_t delimiter;
    uint8_t quote;
} cell_marks;

/// What a search for the ends of cells has found.
typedef struct {
    /// How many ends.
    uint32_t count;
    /// How many of them are line feeds.
    uint32_t feeds;
    /// How many bytes were looked through.
    uint32_t size;
    /// Whether the next byte is a quote, or a carriage return with no line feed behind it.
    bool is_odd;
} found_ends;

/// Writes where cells end among the first `size` bytes of `text`, fewer than 2³¹, behind which 64 more can be read: up to the
/// first oddity, or until there is no room for 64 more ends. The highest bit of an end says that it is a line feed.
found_ends find_ends(const uint8_t *text, uint32_t size, cell_marks marks, uint32_t *ends, uint32_t room);

#endif
