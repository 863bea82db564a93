// Ends of cells, found 64 bytes at a time. Sixteen-byte vectors where the processor is known to have them; the plain loop gives
// the same answer everywhere else.
#ifndef CBYTES_H
#define CBYTES_H

#include <stdbool.h>
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// The bytes that a row is cut at.
typedef struct {
    uint8_t delimiter;
    uint8_t quote;
} cell_marks;

/// Among 64 bytes, one bit a byte, the first byte lowest.
typedef struct {
    /// Delimiters and line feeds.
    uint64_t ends;
    /// Line feeds alone.
    uint64_t feeds;
    /// Quotes and carriage returns.
    uint64_t oddities;
} byte_marks;

/// What a search for the ends of cells has found.
typedef struct {
    /// How many ends.
    uint32_t count;
    /// How many bytes were looked through.
    uint32_t size;
    /// Whether the next byte is a quote, or a carriage return with no line feed behind it.
    bool is_odd;
} found_ends;

#if defined(__SSE2__)
static inline uint64_t byte_mask(__m128i a, __m128i b, __m128i c, __m128i d) {
    return (uint64_t)(uint32_t)_mm_movemask_epi8(a) | (uint64_t)(uint32_t)_mm_movemask_epi8(b) << 16
        | (uint64_t)(uint32_t)_mm_movemask_epi8(c) << 32 | (uint64_t)(uint32_t)_mm_movemask_epi8(d) << 48;
}

static inline __m128i byte_either(__m128i bytes, __m128i one, __m128i other) {
    return _mm_or_si128(_mm_cmpeq_epi8(bytes, one), _mm_cmpeq_epi8(bytes, other));
}

/// Reads exactly 64 bytes.
static inline byte_marks byte_marks_at(const uint8_t *text, cell_marks marks) {
    const __m128i *from = (const __m128i *)(const void *)text;
    __m128i a = _mm_loadu_si128(from), b = _mm_loadu_si128(from + 1);
    __m128i c = _mm_loadu_si128(from + 2), d = _mm_loadu_si128(from + 3);
    __m128i parts = _mm_set1_epi8((char)marks.delimiter), feeds = _mm_set1_epi8('\n');
    __m128i quotes = _mm_set1_epi8((char)marks.quote), turns = _mm_set1_epi8('\r');
    byte_marks found;
    found.feeds = byte_mask(
        _mm_cmpeq_epi8(a, feeds), _mm_cmpeq_epi8(b, feeds), _mm_cmpeq_epi8(c, feeds), _mm_cmpeq_epi8(d, feeds));
    found.ends = found.feeds | byte_mask(
        _mm_cmpeq_epi8(a, parts), _mm_cmpeq_epi8(b, parts), _mm_cmpeq_epi8(c, parts), _mm_cmpeq_epi8(d, parts));
    __m128i any = _mm_or_si128(
        _mm_or_si128(byte_either(a, quotes, turns), byte_either(b, quotes, turns)),
        _mm_or_si128(byte_either(c, quotes, turns), byte_either(d, quotes, turns)));
    found.oddities = 0;
    if (_mm_movemask_epi8(any))
        found.oddities = byte_mask(
            byte_either(a, quotes, turns), byte_either(b, quotes, turns),
            byte_either(c, quotes, turns), byte_either(d, quotes, turns));
    return found;
}
#else
/// Reads exactly 64 bytes.
static inline byte_marks byte_marks_at(const uint8_t *text, cell_marks marks) {
    byte_marks found = {0, 0, 0};
    for (int i = 0; i < 64; i++) {
        found.feeds |= (uint64_t)(text[i] == '\n') << i;
        found.ends |= (uint64_t)(text[i] == marks.delimiter || text[i] == '\n') << i;
        found.oddities |= (uint64_t)(text[i] == marks.quote || text[i] == '\r') << i;
    }
    return found;
}
#endif

/// The oddities without carriage returns that a line feed follows among `rest` bytes.
static inline uint64_t oddities_but_breaks(const uint8_t *text, uint32_t rest, uint64_t oddities) {
    for (uint64_t bits = oddities; bits; bits &= bits - 1) {
        uint32_t offset = (uint32_t)__builtin_ctzll(bits);
        if (text[offset] == '\r' && offset + 1 < rest && text[offset + 1] == '\n') oddities &= ~(bits & -bits);
    }
    return oddities;
}

/// Writes where cells end among the first `size` bytes of `text`, fewer than 2³¹, behind which 64 more can be read: up to the
/// first oddity, or until there is no room for 64 more ends. The highest bit of an end says that it is a line feed.
static inline found_ends find_ends(
    const uint8_t *text, uint32_t size, cell_marks marks, uint32_t *ends, uint32_t room
) {
    found_ends found = {0, 0, false};
    while (found.size < size && found.count + 64 <= room) {
        uint32_t rest = size - found.size;
        byte_marks here = byte_marks_at(text + found.size, marks);
        if (rest < 64) {
            uint64_t own = ((uint64_t)1 << rest) - 1;
            here.ends &= own;
            here.oddities &= own;
        }
        if (here.oddities) here.oddities = oddities_but_breaks(text + found.size, rest, here.oddities);
        if (here.oddities) {
            here.ends &= (here.oddities & -here.oddities) - 1;
            found.is_odd = true;
        }
        for (uint64_t bits = here.ends; bits; bits &= bits - 1)
            ends[found.count++] = (found.size + (uint32_t)__builtin_ctzll(bits))
                | (uint32_t)(here.feeds >> __builtin_ctzll(bits)) << 31;
        if (found.is_odd) {
            found.size += (uint32_t)__builtin_ctzll(here.oddities);
            return found;
        }
        found.size += rest < 64 ? rest : 64;
    }
    return found;
}

#endif
