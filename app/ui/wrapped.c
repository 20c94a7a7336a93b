/* Owns the pieces of each text that it knows. A text that comes to the place of another takes it.
 */
#include "ui/wrapped.h"

#include "ui/hash.h"

#include <stdlib.h>
#include <string.h>

enum { PLACES = 512 };

typedef struct Known {
    uint64_t hash; /* 0: free place */
    int best_w, least_w;
    int width; /* that it was wrapped at; 0: not yet */
    int piece_count, line_count;
    Piece *pieces;
} Known;

struct Wrapped {
    Known places[PLACES];
};

Wrapped *wrapped_new(void) {
    Wrapped *wrapped = calloc(1, sizeof *wrapped);
    if (!wrapped) {
        abort();
    }
    return wrapped;
}

static void known_forget(Known *known) {
    free(known->pieces);
    *known = (Known){0};
}

void wrapped_forget(Wrapped *wrapped) {
    for (int i = 0; i < PLACES; i++) {
        known_forget(&wrapped->places[i]);
    }
}

void wrapped_free(Wrapped *wrapped) {
    if (wrapped) {
        wrapped_forget(wrapped);
        free(wrapped);
    }
}

static Known *place_of(Ui *ui, uint64_t hash) {
    return &ui->wrapped->places[(hash >> 1) % PLACES];
}

static uint64_t hash_text(const Ui *ui, const Text *text) {
    uint64_t hash = hash_bytes((uint64_t)text->style, &ui->look, sizeof ui->look);
    hash = hash_number(hash, (uint64_t)text->letters << 2 | (uint64_t)text->bold << 1 |
                                 (uint64_t)(text->caret > 0));
    hash = hash_number(hash, (uint64_t)text->lines_most);
    for (int i = 0; i < text->run_count; i++) {
        const Run *run = &text->runs[i];
        hash = hash_number(hash, (uint64_t)run->deco << 1 | run->bold);
        hash = hash_bytes(hash, run->text, strlen(run->text));
    }
    return hash | 1;
}

bool wrapped_widths(Ui *ui, Node *node) {
    node->known = hash_text(ui, &node->text);
    const Known *known = place_of(ui, node->known);
    if (known->hash != node->known) {
        return false;
    }
    node->best_w = known->best_w;
    node->least_w = known->least_w;
    return true;
}

void wrapped_keep_widths(Ui *ui, const Node *node) {
    Known *known = place_of(ui, node->known);
    known_forget(known);
    *known = (Known){.hash = node->known, .best_w = node->best_w, .least_w = node->least_w};
}

bool wrapped_pieces(Ui *ui, Node *node, int width) {
    const Known *known = place_of(ui, node->known);
    if (known->hash != node->known || known->width != width || !known->pieces) {
        return false;
    }
    size_t size = (size_t)known->piece_count * sizeof *node->pieces;
    node->pieces = arena_take(&ui->arena, size);
    memcpy(node->pieces, known->pieces, size);
    node->piece_count = known->piece_count;
    node->line_count = known->line_count;
    return true;
}

void wrapped_keep_pieces(Ui *ui, const Node *node, int width) {
    Known *known = place_of(ui, node->known);
    if (known->hash != node->known) {
        return;
    }
    size_t size = (size_t)node->piece_count * sizeof *node->pieces;
    free(known->pieces);
    known->pieces = malloc(size + 1);
    if (!known->pieces) {
        abort();
    }
    memcpy(known->pieces, node->pieces, size);
    known->piece_count = node->piece_count;
    known->line_count = node->line_count;
    known->width = width;
}
