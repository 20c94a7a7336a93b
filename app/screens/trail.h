/* The progress trail of the builder: four knots on the golden thread. */
#ifndef SCREENS_TRAIL_H
#define SCREENS_TRAIL_H

#include "screens/screens.h"

void trail(Ui *ui, const App *app, Step step);        /* down the left */
void trail_across(Ui *ui, const App *app, Step step); /* on tall panels */

int trail_at(Step step);                                    /* knot, 0 to 3 */
const char *trail_title(Ui *ui, const App *app, Step step); /* its name */
const char *trail_words(Ui *ui, const App *app, Step step); /* 'Question 2 of 5', or NULL */

#endif
