/* What a character is to the reader of words: part of one, between two, or not there at all. */
#ifndef OUTCOME_LETTERS_H
#define OUTCOME_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

typedef enum Kind {
    KIND_SPACE = 'S',
    KIND_LETTER = 'L',
    KIND_DIGIT = 'D',
    KIND_MARK = 'M',
    KIND_QUIET = 'Q'
} Kind;

/* The kinds of the first 128 characters. */
static const char ascii_kinds[] =
    "SSSSSSSSSSMSSSSSSSSSSSSSSSSSSSSSSMMMMMMQMMMMMMMMDDDDDDDDDDMMMMMM"
    "MLLLLLLLLLLLLLLLLLLLLLLLLLLMMMMMQLLLLLLLLLLLLLLLLLLLLLLLLLLMMMMM";

/* The kind of c, which is not ASCII, and the letter it stands for in look-ups. */
Kind kind_beyond(uint32_t c, char *letter);

/* Of a quiet character: is it an apostrophe, and none of those that nobody sees? */
bool is_apostrophe(uint32_t c);

/* The kind of any character; *letter: in lower case, without its accent. */
static inline Kind kind_of(uint32_t c, char *letter) {
    if (c >= 0x80) {
        return kind_beyond(c, letter);
    }
    bool capital = c >= 'A' && c <= 'Z';
    *letter = (char)(capital ? c - 'A' + 'a' : c);
    return (Kind)ascii_kinds[c];
}

#endif
