#include "CBytes.h"
#if defined(__SSE2__)
#include <immintrin.h>
#endif

/// Among 64 bytes, one bit a byte, the first byte lowest.
typedef struct {
    /// Delimiters and line feeds.
    uint64_t ends;
    /// Line feeds alone.
    uint64_t feeds;
    /// Quotes and carriage returns.
    uint64_t oddities;
} byte_marks;

#if defined(__SSE2__)
static inline uint64_t mask_of_16s(__m128i a, __m128i b, __m128i c, __m128i d) {
    return (uint64_t)(uint32_t)_mm_movemask_epi8(a) | (uint64_t)(uint32_t)_mm_movemask_epi8(b) << 16
        | (uint64_t)(uint32_t)_mm_movemask_epi8(c) << 32 | (uint64_t)(uint32_t)_mm_movemask_epi8(d) << 48;
}

static inline __m128i either_of_16(__m128i bytes, __m128i one, __m128i other) {
    return _mm_or_si128(_mm_cmpeq_epi8(bytes, one), _mm_cmpeq_epi8(bytes, other));
}

/// Reads exactly 64 bytes.
static inline byte_marks marks_at(const uint8_t *text, cell_marks marks) {
    const __m128i *from = (const __m128i *)(const void *)text;
    __m128i a = _mm_loadu_si128(from), b = _mm_loadu_si128(from + 1);
    __m128i c = _mm_loadu_si128(from + 2), d = _mm_loadu_si128(from + 3);
    __m128i parts = _mm_set1_epi8((char)marks.delimiter), feeds = _mm_set1_epi8('\n');
    __m128i quotes = _mm_set1_epi8((char)marks.quote), turns = _mm_set1_epi8('\r');
    byte_marks found;
    found.feeds = mask_of_16s(
        _mm_cmpeq_epi8(a, feeds), _mm_cmpeq_epi8(b, feeds), _mm_cmpeq_epi8(c, feeds), _mm_cmpeq_epi8(d, feeds));
    found.ends = found.feeds | mask_of_16s(
        _mm_cmpeq_epi8(a, parts), _mm_cmpeq_epi8(b, parts), _mm_cmpeq_epi8(c, parts), _mm_cmpeq_epi8(d, parts));
    __m128i any = _mm_or_si128(
        _mm_or_si128(either_of_16(a, quotes, turns), either_of_16(b, quotes, turns)),
        _mm_or_si128(either_of_16(c, quotes, turns), either_of_16(d, quotes, turns)));
    found.oddities = 0;
    if (_mm_movemask_epi8(any))
        found.oddities = mask_of_16s(
            either_of_16(a, quotes, turns), either_of_16(b, quotes, turns),
            either_of_16(c, quotes, turns), either_of_16(d, quotes, turns));
    return found;
}
#else
/// Reads exactly 64 bytes.
static inline byte_marks marks_at(const uint8_t *text, cell_marks marks) {
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

/// `find_ends` by one way to find the marks, which is known where this is called.
static inline __attribute__((always_inline)) found_ends find_by(
    byte_marks (*marks_at)(const uint8_t *, cell_marks), const uint8_t *text, uint32_t size, cell_marks marks,
    uint32_t *ends, uint32_t room
) {
    found_ends found = {0, 0, 0, false};
    while (found.size < size && found.count + 64 <= room) {
        uint32_t rest = size - found.size;
        byte_marks here = marks_at(text + found.size, marks);
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
        found.feeds += (uint32_t)__builtin_popcountll(here.feeds & here.ends);
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

#if defined(__SSE2__) && defined(__x86_64__)
#define WIDE __attribute__((target("avx2,bmi,bmi2,popcnt")))

WIDE static inline uint64_t mask_of_32s(__m256i a, __m256i b) {
    return (uint64_t)(uint32_t)_mm256_movemask_epi8(a) | (uint64_t)(uint32_t)_mm256_movemask_epi8(b) << 32;
}

WIDE static inline __m256i either_of_32(__m256i bytes, __m256i one, __m256i other) {
    return _mm256_or_si256(_mm256_cmpeq_epi8(bytes, one), _mm256_cmpeq_epi8(bytes, other));
}

/// Reads exactly 64 bytes.
WIDE static inline byte_marks wide_marks_at(const uint8_t *text, cell_marks marks) {
    const __m256i *from = (const __m256i *)(const void *)text;
    __m256i a = _mm256_loadu_si256(from), b = _mm256_loadu_si256(from + 1);
    __m256i parts = _mm256_set1_epi8((char)marks.delimiter), feeds = _mm256_set1_epi8('\n');
    __m256i quotes = _mm256_set1_epi8((char)marks.quote), turns = _mm256_set1_epi8('\r');
    byte_marks found;
    found.feeds = mask_of_32s(_mm256_cmpeq_epi8(a, feeds), _mm256_cmpeq_epi8(b, feeds));
    found.ends = found.feeds | mask_of_32s(_mm256_cmpeq_epi8(a, parts), _mm256_cmpeq_epi8(b, parts));
    found.oddities = mask_of_32s(either_of_32(a, quotes, turns), either_of_32(b, quotes, turns));
    return found;
}

WIDE static found_ends find_wide(
    const uint8_t *text, uint32_t size, cell_marks marks, uint32_t *ends, uint32_t room
) {
    return find_by(wide_marks_at, text, size, marks, ends, room);
}
#endif

found_ends find_ends(const uint8_t *text, uint32_t size, cell_marks marks, uint32_t *ends, uint32_t room) {
#if defined(__SSE2__) && defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"))
        return find_wide(text, size, marks, ends, room);
#endif
    return find_by(marks_at, text, size, marks, ends, room);
}
