// Marks of separators in 64 bytes at a time. Sixteen-byte vectors where the processor is known to have them; the plain
// loop gives the same answer everywhere else.
#ifndef CBYTES_H
#define CBYTES_H

#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// One bit a byte, the first byte lowest.
typedef struct {
    /// Delimiters and line feeds.
    uint64_t separators;
    /// Quotes and carriage returns.
    uint64_t oddities;
} byte_marks;

#if defined(__SSE2__)
static inline uint64_t byte_mask(__m128i a, __m128i b, __m128i c, __m128i d) {
    return (uint64_t)(uint32_t)_mm_movemask_epi8(a) | (uint64_t)(uint32_t)_mm_movemask_epi8(b) << 16
        | (uint64_t)(uint32_t)_mm_movemask_epi8(c) << 32 | (uint64_t)(uint32_t)_mm_movemask_epi8(d) << 48;
}

static inline __m128i byte_either(__m128i bytes, __m128i one, __m128i other) {
    return _mm_or_si128(_mm_cmpeq_epi8(bytes, one), _mm_cmpeq_epi8(bytes, other));
}

/// Reads exactly 64 bytes.
static inline byte_marks byte_marks_at(const void *text, uint8_t delimiter, uint8_t quote, uint8_t turn) {
    const __m128i *from = (const __m128i *)text;
    __m128i a = _mm_loadu_si128(from), b = _mm_loadu_si128(from + 1);
    __m128i c = _mm_loadu_si128(from + 2), d = _mm_loadu_si128(from + 3);
    __m128i parts = _mm_set1_epi8((char)delimiter), feeds = _mm_set1_epi8('\n');
    __m128i quotes = _mm_set1_epi8((char)quote), turns = _mm_set1_epi8((char)turn);
    byte_marks marks;
    marks.separators = byte_mask(
        byte_either(a, parts, feeds), byte_either(b, parts, feeds),
        byte_either(c, parts, feeds), byte_either(d, parts, feeds));
    marks.oddities = byte_mask(
        byte_either(a, quotes, turns), byte_either(b, quotes, turns),
        byte_either(c, quotes, turns), byte_either(d, quotes, turns));
    return marks;
}
#else
/// Reads exactly 64 bytes.
static inline byte_marks byte_marks_at(const void *text, uint8_t delimiter, uint8_t quote, uint8_t turn) {
    const uint8_t *bytes = (const uint8_t *)text;
    byte_marks marks = {0, 0};
    for (int i = 0; i < 64; i++) {
        marks.separators |= (uint64_t)(bytes[i] == delimiter || bytes[i] == '\n') << i;
        marks.oddities |= (uint64_t)(bytes[i] == quote || bytes[i] == turn) << i;
    }
    return marks;
}
#endif

#endif
