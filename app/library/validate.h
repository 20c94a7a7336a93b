/* Inside of library_validate: what is looked at in every shown text. */
#ifndef LIBRARY_VALIDATE_H
#define LIBRARY_VALIDATE_H

#include "library/content.h"
#include "library/prose.h"

/* readability.json: texts that may break these rules, with the reason. */
typedef struct Exception {
    const char *id;
    int line;
    bool known; /* a text has that id */
} Exception;

/* banned.txt: a word or words; word* stands for all that begin so. Lower case. */
typedef struct Banned {
    int count;
    const ContentLine *at;
} Banned;

/* What a text is to its reader, which decides the rules. */
typedef enum ShownAs {
    NOT_SHOWN,
    SHOWN_PLAIN, /* our words */
    SHOWN_EASY,  /* our easy words */
    SHOWN_SAMPLE /* an outcome to look at: any words, since some show what is not good yet */
} ShownAs;

typedef struct Validation {
    Library *library;
    Arena *arena;
    Buf *problems;
    ContentLines banned;
    const char *exceptions_path;
    int exception_count;
    Exception *exceptions;
} Validation;

/* What a member of a file is. */
ShownAs shown_as(const char *file, const char *key);

bool validate_excepted(const Validation *v, const char *id);

/* The rules for one text. */
void validate_text(Validation *v, const ContentFile *file, const Json *value, ShownAs as,
                   const char *id);

/* True when text holds the banned word or words. */
bool banned_in(const char *banned, const char *text);

#endif
