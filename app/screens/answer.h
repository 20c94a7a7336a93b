/* Putting answers into the outcome so that no word a parent typed is lost. */
#ifndef SCREENS_ANSWER_H
#define SCREENS_ANSWER_H

#include "outcome/plain.h"
#include "visit/app.h"

/* Sets a part of the current outcome. Where its sentence was edited as a whole, the edit stays: the
 * old words of the part are replaced in it, or the new ones are put before its full stop. */
void answer_set(App *app, Part part, const char *words);

/* An idea of the library in the voice of the draft: in the first person {they} is 'I'. */
const char *answer_idea(Ui *ui, const App *app, Part part, const char *pattern);

/* How the child is spoken of: as themself, or with the draft's pronoun. */
void answer_forms(const App *app, bool first, Forms *out);

/* Changes who is speaking, and with it the ideas that were tapped before. */
void answer_set_voice(App *app, Voice voice);
/* The same for she, he and they. */
void answer_set_pronoun(App *app, Pronoun pronoun);

#endif
