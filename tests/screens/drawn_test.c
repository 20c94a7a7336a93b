/* Letters as they are drawn: every text of every screen, in the four themes, read from the picture.
 *
 * The nodes say which role lies on which; here the pixels have to agree: what is around the letters
 * is the ground that was declared, and the letters stand out from it by 7:1. */
#include "known.h"
#include "measure.h"
#include "scenes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const double text_contrast = 7;
static const double soft_edges = 0.97; /* thin strokes of small letters are nowhere full ink */

typedef struct Read {
    double best; /* contrast of the strongest pixel with the ground */
    double part; /* of the pixels that are the ground */
} Read;

static bool same(Colour a, Colour b) {
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

/* The capitals' band of a text, without what hangs over at its end. */
static Read read_text(const Canvas *canvas, const Op *op, const Look *look) {
    Rect band = rect_meet(op->at, op->clip);
    int capital = op->as.text.font.px * 7 / 10;
    band.w -= op->as.text.font.px;
    band.h = op->as.text.baseline - band.y;
    if (band.h > capital) {
        band.y += band.h - capital;
        band.h = capital;
    }
    band = rect_meet(band, (Rect){0, 0, look->panel.w, look->panel.h});
    Read read = {0, 1};
    int grounds = 0;
    Colour last = op->as.text.ground;
    for (int y = band.y; y < band.y + band.h; y++) {
        for (int x = band.x; x < band.x + band.w; x++) {
            Colour pixel = canvas_pixel(canvas, x, y);
            if (same(pixel, op->as.text.ground)) {
                grounds++;
            } else if (!same(pixel, last)) {
                double ratio = contrast(pixel, op->as.text.ground);
                read.best = ratio > read.best ? ratio : read.best;
                last = pixel;
            }
        }
    }
    if (band.w > 0 && band.h > 0) {
        read.part = (double)grounds / (band.w * band.h);
    }
    return read;
}

static int check_screen(Kiosk *kiosk, const Scene *scene, ThemeName theme) {
    const double ground_part = 0.3;
    const Ui *ui = kiosk->app->ui;
    Rect all = {0, 0, ui->look.panel.w, ui->look.panel.h};
    int texts = 0;
    canvas_draw(kiosk->canvas, ui->ops, ui->op_count, &themes[theme], &all, 1);
    for (int i = 0; i < ui->op_count; i++) {
        const Op *op = &ui->ops[i];
        Rect seen = rect_meet(op->at, op->clip);
        bool whole = seen.w == op->at.w && seen.h == op->at.h && seen.w > op->as.text.font.px;
        if (op->kind != OP_TEXT || !whole || op->at.y + op->at.h > all.h) {
            continue;
        }
        Read read = read_text(kiosk->canvas, op, &ui->look);
        texts++;
        if (read.best < text_contrast * soft_edges || read.part < ground_part) {
            print_message("  %s in %s: '%.*s' stands out by %.2f, %.0f %% of its pixels are its "
                          "ground\n",
                          scene->name, theme_names[theme], op->as.text.len, op->as.text.text,
                          read.best, read.part * 100);
            return -1;
        }
    }
    return texts;
}

static void test_letters_stand_out_as_drawn(void **state) {
    (void)state;
    Kiosk *kiosk = calloc(1, sizeof *kiosk);
    assert_non_null(kiosk);
    kiosk_open(kiosk, NULL);
    int count, bad = 0, texts = 0;
    Scene *scenes = scenes_of(kiosk->app, &count);
    Known known;
    known_read(&known);
    for (int i = 0; i < count; i++) {
        char key[KNOWN_KEY];
        snprintf(key, sizeof key, "%s standard 1280x800 contrast", scenes[i].screen->name);
        bool listed = known_has(&known, key);
        for (int theme = 0; theme < THEME_COUNT && !strchr(scenes[i].name, '+'); theme++) {
            kiosk_look(kiosk, panels[0], SIZE_STANDARD, (ThemeName)theme);
            scene_show(kiosk, &scenes[i], FILL_SAMPLE);
            int read = check_screen(kiosk, &scenes[i], (ThemeName)theme);
            bad += read < 0 && !listed;
            texts += read < 0 ? 0 : read;
        }
    }
    printf("%d lines of text read from pictures\n", texts);
    free(scenes);
    known_free(&known);
    kiosk_close(kiosk);
    free(kiosk);
    assert_int_equal(bad, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_letters_stand_out_as_drawn)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
