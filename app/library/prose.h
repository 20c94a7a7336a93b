/* Measuring plain English: words, sentences, syllables, reading grade. Pure; inside the library.
 *
 * The grade is Flesch-Kincaid's (Kincaid and others, 1975): 0.39 words a sentence + 11.8 syllables
 * a word - 15.59. Grade 6 is read at about eleven. Syllables are counted by rules of thumb: good
 * for an average over a page, not for a single word. */
#ifndef LIBRARY_PROSE_H
#define LIBRARY_PROSE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Prose {
    int sentences, words, syllables;
} Prose;

/* A stretch of a text; borrowed from it. */
typedef struct Span {
    const char *text;
    size_t len;
} Span;

/* Takes the next sentence off *rest: up to . ! ? with a space or the end behind, or a new line.
 * False when none is left. */
bool prose_next_sentence(const char **rest, Span *sentence);

/* Takes the next word off *rest, which ends at end: a run without spaces that holds a letter, a
 * digit or a placeholder. */
bool prose_next_word(const char **rest, const char *end, Span *word);

int prose_words(Span sentence);
int prose_syllables(Span word); /* at least 1 */

/* Adds a text to the count. */
void prose_add(Prose *prose, const char *text);

double prose_grade(const Prose *prose); /* 0 for no words */

#endif
