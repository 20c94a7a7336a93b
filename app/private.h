/* Nothing of this process may lie on a disk or be read by another program of the same user. */
#ifndef PRIVATE_H
#define PRIVATE_H

/* No core dumps, no looking in from outside; SDL's memory is wiped when it is given back. Before
 * anything else. */
void private_start(void);

#endif
