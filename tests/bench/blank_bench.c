/* An empty window of a program that links SDL and nothing else: what the first page is compared
 * with at its barest. */
#include "blank_window.h"

enum { W = 1280, H = 800 };

int main(int argc, char **argv) {
    (void)argc;
    (void)argv;
    blank_window(W, H);
    return 0;
}
