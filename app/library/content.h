/* Reading one content file: shapes are checked, each problem is said as 'path:line: what'.
 *
 * Inside the library only. A reader goes on after a problem with a harmless value, so that an
 * author sees all problems of a file at once; library_load throws the result away. */
#ifndef LIBRARY_CONTENT_H
#define LIBRARY_CONTENT_H

#include "base/json.h"
#include "library/library.h"

#include <stdint.h>

/* A JSON file as read, kept for validation. */
typedef struct ContentFile ContentFile;
struct ContentFile {
    const char *name; /* 'guide.json' */
    const char *path; /* as said in problems */
    const Json *root;
    ContentFile *next; /* read after this one */
};

/* One file while it is being read; everything is borrowed. */
typedef struct Content {
    Arena *arena;
    const char *path;
    const Json *root;
    Buf *problems;
} Content;

/* One line of a text file that is neither empty nor a # comment. */
typedef struct ContentLine {
    const char *text; /* no spaces at the ends */
    int line;
} ContentLine;

typedef struct ContentLines {
    int count;
    const ContentLine *at;
} ContentLines;

/* Adds 'path:line: what' and a newline. */
void content_problem(Buf *problems, const char *path, int line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same at the line of a value; line 1 when at is NULL. */
void content_say(const Content *c, const Json *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The whole file; false after saying why not. */
bool content_read_file(const char *path, Buf *problems, Buf *out);

/* Parses bytes and adds the file to library->files. NULL after saying why not. */
const Json *content_parse(Library *library, const char *name, const char *path, const char *bytes,
                          size_t len, Buf *problems);

/* The lines of a text file. None, after saying why, when it cannot be read. */
ContentLines content_read_lines(Arena *arena, const char *path, Buf *problems);

/* True for an object; says each member that is not in known (NULL-ended), or that it is none. */
bool content_members(const Content *c, const Json *object, const char *const known[]);

/* The text of a value, or NULL after saying what it is instead; what names it for the author. */
const char *content_value(const Content *c, const Json *value, const char *what);

/* Members that are needed: a harmless value after saying what is missing. */
const char *content_text(const Content *c, const Json *object, const char *key);
const char *content_maybe_empty(const Content *c, const Json *object, const char *key);
int content_name(const Content *c, const Json *object, const char *key, const char *const names[]);
bool content_flag(const Content *c, const Json *object, const char *key);
const char *content_source(const Content *c, const Json *object, const Library *library);

/* A list (never NULL, perhaps empty), or a list of at least least texts. */
const Json *content_list(const Content *c, const Json *object, const char *key);
Texts content_texts(const Content *c, const Json *object, const char *key, int least);

/* Members that may be missing or null. */
const char *content_optional_text(const Content *c, const Json *object, const char *key);
double content_optional_number(const Content *c, const Json *object, const char *key,
                               double fallback);

/* Where a text belongs in a table whose size is a power of two. */
uint32_t content_hash(const char *text);

/* Says each id that two members of a list share. */
void content_check_ids(const Content *c, const Json *list, const char *key);

/* The readers, one for each file; in library.c stands which file is whose. */
typedef void ContentReader(const Content *c, Library *library);
ContentReader sources_read, guide_read, examples_read, practice_read, ideas_read, glossary_read,
    grammar_read, keyboard_read, place_read;

/* Files of strings.c: all string files of a language are read, then put into one table. */
bool strings_is_file(const char *name);
ContentReader strings_check;
void strings_index(Library *library, Buf *problems);
/* ideas.c: ideas that are about that area itself, of that stage or of any. */
int ideas_count(const Library *library, Part part, Area area, Stage stage);

/* code_words.c: the file is optional; when it is there it holds 2,048 different words. */
void code_words_read(Library *library, const char *path, Buf *problems);

#endif
