/* Words for screens: strings of the content, filled with the child's name, pronouns and the place.
 */
#ifndef SCREENS_SAY_H
#define SCREENS_SAY_H

#include "visit/app.h"

/* The string with that id, its {name}, {they}, {phone} ... filled. This frame's text. */
const char *say(Ui *ui, const App *app, const char *id);

/* The same with more pairs, NULL-terminated: say_with(ui, app, "ex.count", "n", "2", "m", "9",
 * NULL) */
const char *say_with(Ui *ui, const App *app, const char *id, ...) __attribute__((sentinel));

/* True when a pattern names what this place has not: 'Text {text}' where there is no such number.
 */
bool say_lacks(const App *app, const char *pattern);

/* A pattern that is not a string of its own (guide texts, ideas). */
const char *say_text(Ui *ui, const App *app, const char *pattern);

/* 'prefix' + 'name' as an id: say_part(ui, app, "area.", "talking"). */
const char *say_joined(Ui *ui, const App *app, const char *prefix, const char *name);

const char *say_number(Ui *ui, int number);

/* First letter as a capital. */
const char *say_capital(Ui *ui, const char *text);

#endif
