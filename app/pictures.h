/* Every screen as a picture, and what is declared on one as text. */
#ifndef PICTURES_H
#define PICTURES_H

#include "options.h"

int pictures_run(const Options *options);
int tree_run(const Options *options);

#endif
