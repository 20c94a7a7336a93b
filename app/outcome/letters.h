/* What a character is to the reader of words: part of one, between two, or not there at all. */
#ifndef OUTCOME_LETTERS_H
#define OUTCOME_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

typedef enum Kind { KIND_SPACE, KIND_LETTER, KIND_DIGIT, KIND_MARK, KIND_QUIET } Kind;

/* The kinds of the first 128 characters: S space, L letter, D digit, Q quiet, M mark. */
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
    switch (ascii_kinds[c]) {
    case 'L':
        return KIND_LETTER;
    case 'S':
        return KIND_SPACE;
    case 'D':
        return KIND_DIGIT;
    case 'Q':
        return KIND_QUIET;
    default:
        return KIND_MARK;
    }
}

#endif
