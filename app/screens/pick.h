/* The ideas of a question and what touching one does to the answer. */
#ifndef SCREENS_PICK_H
#define SCREENS_PICK_H

#include "visit/app.h"

enum { IDEAS_MOST = 64 };

/* The ideas for a part of the current outcome, in the order in which they are offered. */
int pick_ideas(const App *app, Part part, const char *ideas[IDEAS_MOST]);

/* Is this idea (as it is shown) in the answer? */
bool pick_chosen(Ui *ui, const App *app, Part part, const char *idea);

/* Are there words in the answer that are no ideas? */
bool pick_own(Ui *ui, const App *app, Part part);

/* Touch to use, touch again to take out. Own words that make room can be brought back. */
void pick_use(App *app, Part part, int index);

#endif
