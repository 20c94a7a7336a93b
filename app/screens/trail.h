/* The progress trail of the builder: four knots on the golden thread. */
#ifndef SCREENS_TRAIL_H
#define SCREENS_TRAIL_H

#include "screens/screens.h"

void trail(Ui *ui, const App *app, Step step);        /* down the left */
void trail_across(Ui *ui, const App *app, Step step); /* on tall panels */

int trail_at(Step step);                                    /* knot, 0 to 3 */
const char *trail_title(Ui *ui, const App *app, Step step); /* its name */
const char *trail_words(Ui *ui, const App *app, Step step); /* 'Question 2 of 5', or NULL */

/* The page of a question: the trail where there is room for it, the sentence so far below, and own
 * words as the other way to answer. A screen declares its question and ideas behind it, and then
 * page_end. */
Page question_begin(Ui *ui, const App *app, Step step, Part part, Tap *own_words);
/* Is there room for a hint? Not on small pages, nor once the sentence below takes more than a line:
 * then the ideas come first. */
bool question_has_room(const Ui *ui, const App *app);
/* 'My own words' among the ideas, where the footer has no room for it. */
void question_own_words(Ui *ui, const App *app, Tap *own_words);

#endif
