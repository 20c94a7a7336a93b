/* Looking at a frame's drawing commands as at a picture. */
#include "ui/seen.h"
#include "unit.h"

static Colour colour_at(const Rig *rig, int x, int y) {
    for (int i = rig->ui.op_count - 1; i >= 0; i--) {
        const Op *op = &rig->ui.ops[i];
        bool box = op->kind == OP_BOX && rect_has(op->at, x, y) && rect_has(op->clip, x, y);
        if (box && !(op->as.box.stroke && rect_has(rect_inset(op->at, op->as.box.stroke), x, y))) {
            return op->colour;
        }
    }
    fail_msg("nothing is painted at %d, %d", x, y);
    return (Colour){0, 0, 0};
}

void assert_seen(const Rig *rig, int x, int y, Role role) {
    const Theme *theme = &themes[rig->ui.look.theme];
    Colour got = colour_at(rig, x, y), want = theme->colours[role];
    if (memcmp(&got, &want, sizeof got) != 0) {
        fail_msg("%d, %d in %s is %02x%02x%02x, not %s", x, y, theme->name, got.r, got.g, got.b,
                 role_names[role]);
    }
}

const Op *seen_op(const Rig *rig, OpKind kind, const char *name) {
    for (int i = 0; i < rig->ui.op_count; i++) {
        const Op *op = &rig->ui.ops[i];
        const char *is = kind == OP_TEXT ? op->as.text.text : op->as.name;
        if (op->kind == kind && strncmp(is, name, strlen(name)) == 0) {
            return op;
        }
    }
    fail_msg("'%s' is not painted", name);
    return NULL;
}

void assert_ink(const Rig *rig, const Op *op, Role role) {
    const Colour *want = &themes[rig->ui.look.theme].colours[role];
    assert_memory_equal(&op->colour, want, sizeof *want);
}
