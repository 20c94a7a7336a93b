/* A text being edited: bytes, caret, undo. Plain value; knows nothing of drawing.
 *
 * Limits are friendly: what does not fit is refused and told by the return value, nothing is cut.
 */
#ifndef UI_EDITOR_H
#define UI_EDITOR_H

#include <stdbool.h>

enum { EDITOR_SIZE = 1600, EDITOR_UNDO = 20 };

/* Letters typed one after the other, or rubbed out, are one step back as far as a word goes. */
typedef enum EditorRun { RUN_NONE, RUN_TYPING, RUN_ERASING, RUN_COMPLETED } EditorRun;

typedef struct Editor {
    char text[EDITOR_SIZE];
    int len, caret; /* bytes; the caret is never inside a code point */
    int most;       /* bytes the text may have, under EDITOR_SIZE */
    EditorRun run;  /* of the last changes: the next letter of it joins their undo step */
    int undo_count;
    struct {
        char text[EDITOR_SIZE];
        int caret;
    } undo[EDITOR_UNDO];
} Editor;

void editor_begin(Editor *editor, const char *text, int most);
void editor_wipe(Editor *editor);

/* Puts text at the caret; false when it would not fit. */
bool editor_insert(Editor *editor, const char *text);

/* Puts word and a space in place of what stands between from and the caret, as one step back; false
 * when it would not fit. A mark that comes next stands before that space's place: 'home, '. */
bool editor_complete(Editor *editor, int from, const char *word);
void editor_backspace(Editor *editor);
void editor_backspace_word(Editor *editor);
void editor_delete(Editor *editor);
void editor_left(Editor *editor);
void editor_right(Editor *editor);
void editor_home(Editor *editor);
void editor_end(Editor *editor);
void editor_place(Editor *editor, int byte);
void editor_clear(Editor *editor);
bool editor_undo(Editor *editor); /* false when there is nothing to take back */

/* True where a capital is due: at the start and behind . ! ? and a space. */
bool editor_wants_capital(const Editor *editor);

#endif
