/* A made-up language: the project's content with every text about 40 % longer and full of accents,
 * to see what a translation would do to the pages. */
#ifndef TESTS_SCREENS_PSEUDO_H
#define TESTS_SCREENS_PSEUDO_H

/* Copies content/ to folder, lengthened. Fails the test when a file cannot be read. */
void pseudo_make(const char *folder);

#endif
