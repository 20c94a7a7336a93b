/* Editing by code points; one undo step for a word typed or rubbed out, one for any
 * other change. */
#include "ui/editor.h"
#include "base/text.h"
#include "base/utf8.h"

#include <assert.h>
#include <string.h>

void editor_begin(Editor *editor, const char *text, int most) {
    assert(most < EDITOR_SIZE);
    editor_wipe(editor);
    editor->most = most;
    text_set(editor->text, (size_t)most + 1, text);
    editor->len = editor->caret = (int)strlen(editor->text);
}

void editor_wipe(Editor *editor) {
    explicit_bzero(editor, sizeof *editor);
}

static void remember(Editor *editor) {
    if (editor->undo_count == EDITOR_UNDO) {
        memmove(&editor->undo[0], &editor->undo[1], sizeof editor->undo[0] * (EDITOR_UNDO - 1));
        editor->undo_count--;
    }
    memcpy(editor->undo[editor->undo_count].text, editor->text, sizeof editor->text);
    editor->undo[editor->undo_count].caret = editor->caret;
    editor->undo_count++;
}

static void cut(Editor *editor, int from, int to) {
    memmove(editor->text + from, editor->text + to, (size_t)editor->len - (size_t)to + 1);
    explicit_bzero(editor->text + editor->len - (to - from) + 1, (size_t)(to - from));
    editor->len -= to - from;
    editor->caret = from;
}

static void put(Editor *editor, const char *text, int add) {
    memmove(editor->text + editor->caret + add, editor->text + editor->caret,
            (size_t)editor->len - (size_t)editor->caret + 1);
    memcpy(editor->text + editor->caret, text, (size_t)add);
    editor->len += add;
    editor->caret += add;
}

/* Marks that stand at a word's end. */
static bool closes_up(const char *text) {
    static const char *const marks[] = {".", ",", "?", "!", ";", ":", "'", "’"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (strcmp(text, marks[i]) == 0) {
            return true;
        }
    }
    return false;
}

bool editor_insert(Editor *editor, const char *text) {
    int add = (int)strlen(text);
    bool closes = editor->run == RUN_COMPLETED && closes_up(text);
    if (editor->len + add - closes > editor->most) {
        return false;
    }
    bool letter = utf8_count(text, (size_t)add) == 1 && text[0] != ' ';
    if (editor->run != RUN_TYPING || !letter) {
        remember(editor);
    }
    editor->run = letter ? RUN_TYPING : RUN_NONE;
    if (closes) {
        cut(editor, editor->caret - 1, editor->caret);
    }
    put(editor, text, add);
    return true;
}

bool editor_complete(Editor *editor, int from, const char *word) {
    int add = (int)strlen(word);
    bool spaced = editor->text[editor->caret] == ' ';
    if (editor->len - (editor->caret - from) + add + !spaced > editor->most) {
        return false;
    }
    remember(editor);
    cut(editor, from, editor->caret);
    put(editor, word, add);
    if (spaced) {
        editor->caret++;
    } else {
        put(editor, " ", 1);
    }
    editor->run = RUN_COMPLETED;
    return true;
}

void editor_backspace(Editor *editor) {
    if (editor->caret == 0) {
        return;
    }
    bool letter = editor->text[editor->caret - 1] != ' ';
    if (editor->run != RUN_ERASING || !letter) {
        remember(editor);
    }
    editor->run = RUN_ERASING;
    cut(editor, (int)utf8_before(editor->text, (size_t)editor->caret), editor->caret);
}

void editor_backspace_word(Editor *editor) {
    int from = editor->caret;
    while (from > 0 && editor->text[from - 1] == ' ') {
        from--;
    }
    while (from > 0 && editor->text[from - 1] != ' ') {
        from--;
    }
    if (from < editor->caret) {
        remember(editor);
        editor->run = RUN_NONE;
        cut(editor, from, editor->caret);
    }
}

void editor_delete(Editor *editor) {
    if (editor->caret == editor->len) {
        return;
    }
    remember(editor);
    editor->run = RUN_NONE;
    cut(editor, editor->caret,
        (int)utf8_after(editor->text, (size_t)editor->len, (size_t)editor->caret));
}

void editor_left(Editor *editor) {
    editor->run = RUN_NONE;
    editor->caret = (int)utf8_before(editor->text, (size_t)editor->caret);
}

void editor_right(Editor *editor) {
    editor->run = RUN_NONE;
    editor->caret = (int)utf8_after(editor->text, (size_t)editor->len, (size_t)editor->caret);
}

void editor_home(Editor *editor) {
    editor->run = RUN_NONE;
    editor->caret = 0;
}

void editor_end(Editor *editor) {
    editor->run = RUN_NONE;
    editor->caret = editor->len;
}

void editor_place(Editor *editor, int byte) {
    editor->run = RUN_NONE;
    byte = byte < 0 ? 0 : byte > editor->len ? editor->len : byte;
    editor->caret = (int)utf8_clip(editor->text, (size_t)editor->len, (size_t)byte);
}

void editor_clear(Editor *editor) {
    if (editor->len > 0) {
        remember(editor);
        editor->run = RUN_NONE;
        cut(editor, 0, editor->len);
    }
}

bool editor_undo(Editor *editor) {
    if (editor->undo_count == 0) {
        return false;
    }
    editor->undo_count--;
    memcpy(editor->text, editor->undo[editor->undo_count].text, sizeof editor->text);
    editor->caret = editor->undo[editor->undo_count].caret;
    explicit_bzero(&editor->undo[editor->undo_count], sizeof editor->undo[0]);
    editor->len = (int)strlen(editor->text);
    editor->run = RUN_NONE;
    return true;
}

bool editor_wants_capital(const Editor *editor) {
    int at = editor->caret;
    if (at == 0) {
        return true;
    }
    if (editor->text[at - 1] != ' ') {
        return false;
    }
    while (at > 0 && editor->text[at - 1] == ' ') {
        at--;
    }
    return at == 0 || strchr(".!?", editor->text[at - 1]) != NULL;
}
