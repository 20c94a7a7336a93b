/* Every screen in every state, text size, theme and panel, with sample, empty and longest content
 * and in a language 40 % longer: targets, gaps, letters, contrast, clipping, order, ways out.
 *
 * Breaches that are known stand in known_breaches.txt as 'screen size panel kind'. That list may
 * only shrink: a new breach fails, and one that is mended but still listed fails too.
 * MEASURE_LIST=FILE writes every breach with its figures. */
#include "base/text.h"
#include "known.h"
#include "measure.h"
#include "plants.h"
#include "pseudo.h"
#include "scenes.h"
#include "screens/screens.h"
#include "ui/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { FOUND_LINES = 60000, LINE_MOST = 400, LISTED = 40, PSEUDO = FILLS };

/* The panels that every test looks at, and two more: one whose pixels are far larger, and one that
 * stands upright though it is too narrow; it is to be usable with letters up to large. */
enum { PANEL_21 = PANELS, PANEL_SLIM, MEASURED };
static const PanelSize further[MEASURED - PANELS] = {{1920, 1080, 476, 268}, {480, 800, 86, 154}};
static const char *const panel_names[MEASURED] = {"1280x800",  "800x480",   "1920x1080",
                                                  "1080x1920", "21.5-inch", "480x800"};

typedef struct Found1 {
    char key[KNOWN_KEY]; /* screen size panel kind */
    char line[LINE_MOST];
} Found1;

typedef struct Tally {
    Found1 *found;
    int count, frames, shared;
    int table[BREACH_KINDS][MEASURED][SIZE_COUNT];
    /* what is being measured: */
    const Scene *scene;
    int panel, size, fill;
} Tally;

static const char *fill_name(int fill) {
    return fill == PSEUDO ? "pseudo" : fill_names[fill];
}

static void note(void *user, Breach kind, const char *label, const char *figures) {
    Tally *tally = user;
    tally->table[kind][tally->panel][tally->size]++;
    if (tally->count == FOUND_LINES) {
        return;
    }
    Found1 *found = &tally->found[tally->count++];
    snprintf(found->key, sizeof found->key, "%s %s %s %s", tally->scene->screen->name,
             size_names[tally->size], panel_names[tally->panel], breach_names[kind]);
    snprintf(found->line, sizeof found->line, "%-9s %-16s %-6s %-8s %-9s '%.60s' %.200s",
             breach_names[kind], tally->scene->name, fill_name(tally->fill),
             size_names[tally->size], panel_names[tally->panel], label, figures);
}

static uint64_t layout_hash(const Ui *ui) {
    uint64_t hash = 0;
    for (int i = 0; i < ui->count; i++) {
        hash = hash_bytes(hash, &ui->nodes[i].at, sizeof ui->nodes[i].at);
    }
    return hash;
}

/* Not a breach, but somebody who only hears them cannot tell them apart. */
static void note_shared_labels(Tally *tally, App *app) {
    enum { MOST = 20 };
    const char *labels[MOST];
    int count = shared_labels(app, labels, MOST);
    for (int i = 0; i < count; i++) {
        if (tally->shared++ < LISTED) {
            printf("  twice on %s: '%.60s'\n", tally->scene->name, labels[i]);
        }
    }
}

/* That a theme moves nothing is looked at on the panels of the design. */
static int themes_to_see(const Tally *tally, int fill) {
    return fill == FILL_SAMPLE && tally->panel < PANELS ? THEME_COUNT : 1;
}

static PanelSize panel_of(const Tally *tally) {
    return tally->panel < PANELS ? panels[tally->panel] : further[tally->panel - PANELS];
}

/* Contrast is looked at in all themes at once; a theme moves nothing, which is looked at too. */
static void measure_scene(Kiosk *kiosk, Tally *tally, const Scene *scene, int fill) {
    uint64_t paper = 0;
    tally->scene = scene;
    tally->fill = fill;
    PanelSize panel = panel_of(tally);
    for (int theme = 0; theme < themes_to_see(tally, fill); theme++) {
        kiosk_look(kiosk, panel, (TextSize)tally->size, (ThemeName)theme);
        scene_show(kiosk, scene, fill == PSEUDO ? FILL_SAMPLE : (Fill)fill);
        tally->frames++;
        if (theme == THEME_PAPER) {
            measure(kiosk->app, scene->locked, note, tally);
            paper = layout_hash(kiosk->app->ui);
            bool plain = fill == FILL_SAMPLE && !strchr(scene->name, '+');
            if (plain && tally->panel == 0 && tally->size == SIZE_STANDARD) {
                note_shared_labels(tally, kiosk->app);
            }
        } else if (layout_hash(kiosk->app->ui) != paper) {
            note(tally, BREACH_MOVES, theme_names[theme], "things lie elsewhere than in paper");
        }
    }
}

/* Of everything but what stands in that control. */
static uint64_t layout_hash_around(const Ui *ui, const Node *control) {
    int from = (int)(control - ui->nodes) + 1, behind = ui_behind(ui, from - 1);
    uint64_t hash = 0;
    for (int i = 0; i < ui->count; i++) {
        if (i < from || i >= behind) {
            hash = hash_bytes(hash, &ui->nodes[i].at, sizeof ui->nodes[i].at);
        }
    }
    return hash;
}

/* Before it is read, and while it is: 'Pause' stands where 'Listen' stood. */
static void measure_read(Kiosk *kiosk, Tally *tally, const Scene *scene) {
    App *app = kiosk->app;
    tally->scene = scene;
    tally->fill = FILL_SAMPLE;
    kiosk_look(kiosk, panel_of(tally), (TextSize)tally->size, THEME_PAPER);
    scene_show(kiosk, scene, FILL_SAMPLE);
    const Node *listen = ui_find_named(app->ui, "listen");
    if (!listen) {
        return;
    }
    tally->frames++;
    measure(app, scene->locked, note, tally);
    uint64_t before = layout_hash_around(app->ui, listen);
    listen->box.tap(app, 0);
    app_frame(app);
    listen = ui_find_named(app->ui, "listen");
    const Scroll *page = ui_scroll(app->ui, "page"); /* what is read may have come into sight */
    if (!listen || (page->offset == 0 && layout_hash_around(app->ui, listen) != before)) {
        note(tally, BREACH_MOVES, "listen", "things lie elsewhere while it is read");
    }
    app_listen_stop(app);
}

static void measure_library(Tally *tally, const char *content, bool pseudo) {
    Kiosk *kiosk = calloc(1, sizeof *kiosk);
    assert_non_null(kiosk);
    kiosk_open(kiosk, content);
    int count;
    Scene *scenes = scenes_of(kiosk->app, &count);
    for (int panel = 0; panel < MEASURED; panel++) {
        for (int size = 0; size < (panel == PANEL_SLIM ? SIZE_LARGER : SIZE_COUNT); size++) {
            tally->panel = panel;
            tally->size = size;
            for (int i = 0; i < count; i++) {
                bool reading = strstr(scenes[i].name, "+each") || strstr(scenes[i].name, "+page") ||
                               strstr(scenes[i].name, "+easy");
                for (int fill = 0; fill < FILLS; fill++) {
                    bool own = pseudo ? fill == FILL_SAMPLE && panel != PANEL_SLIM
                                      : fill == FILL_SAMPLE || !reading;
                    if (own) {
                        measure_scene(kiosk, tally, &scenes[i], pseudo ? PSEUDO : fill);
                    }
                }
            }
        }
    }
    free(scenes);
    kiosk_close(kiosk);
    free(kiosk);
}

static void make_no_sound(void *self, const char *text) {
    (void)self;
    (void)text;
}

static void stay_silent(void *self) {
    (void)self;
}

static SpeechState say_on(void *self) {
    (void)self;
    return SPEECH_SPEAKS;
}

/* Where pages can be read aloud: each screen once with its sample while it is read, on each panel
 * and in each size. */
static void measure_listening(Tally *tally) {
    static const Speech voice = {NULL, make_no_sound, stay_silent, say_on};
    Kiosk *kiosk = calloc(1, sizeof *kiosk);
    assert_non_null(kiosk);
    kiosk_open(kiosk, NULL);
    kiosk->app->speech = &voice;
    int count;
    Scene *scenes = scenes_of(kiosk->app, &count);
    for (int panel = 0; panel < MEASURED; panel++) {
        for (int size = 0; size < (panel == PANEL_SLIM ? SIZE_LARGER : SIZE_COUNT); size++) {
            tally->panel = panel;
            tally->size = size;
            for (int i = 0; i < count; i++) {
                if (!strchr(scenes[i].name, '+')) {
                    measure_read(kiosk, tally, &scenes[i]);
                }
            }
        }
    }
    free(scenes);
    kiosk_close(kiosk);
    free(kiosk);
}

static void print_table(const Tally *tally) {
    printf("\n%d screens laid out. Breaches, by panel and text size (standard large larger "
           "largest):\n%-10s",
           tally->frames, "");
    for (int panel = 0; panel < MEASURED; panel++) {
        printf(" | %-23s", panel_names[panel]);
    }
    for (int kind = 0; kind < BREACH_KINDS; kind++) {
        printf("\n%-10s", breach_names[kind]);
        for (int panel = 0; panel < MEASURED; panel++) {
            printf(" |");
            for (int size = 0; size < SIZE_COUNT; size++) {
                printf(" %5d", tally->table[kind][panel][size]);
            }
        }
    }
    printf("\n\n");
}

static int by_key(const void *a, const void *b) {
    return strcmp(((const Found1 *)a)->key, ((const Found1 *)b)->key);
}

static void write_list(const Tally *tally, const char *path) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    for (int i = 0; i < tally->count; i++) {
        fprintf(file, "%s\n", tally->found[i].line);
    }
    fclose(file);
}

static int compare_with_known(const Tally *tally) {
    Known known = {0};
    int fresh = 0, mended = 0;
    known_read(&known);
    for (int i = 0; i < tally->count; i++) {
        if (!known_has(&known, tally->found[i].key)) {
            if (fresh++ < LISTED) {
                printf("  %s\n", tally->found[i].line);
            }
        }
    }
    for (int i = 0; i < known.count; i++) {
        if (!known.met[i] && mended++ < LISTED) {
            printf("  mended, take it off the list: %s\n", known.keys[i]);
        }
    }
    known_free(&known);
    if (fresh + mended > 0) {
        printf("%d new breaches, %d mended but still on the list\n", fresh, mended);
    }
    return fresh + mended;
}

static void test_screens_keep_the_bars(void **state) {
    (void)state;
    char folder[] = "/tmp/tp-pseudo-XXXXXX";
    assert_non_null(mkdtemp(folder));
    pseudo_make(folder);
    Tally *tally = calloc(1, sizeof *tally);
    assert_non_null(tally);
    tally->found = calloc(FOUND_LINES, sizeof *tally->found);
    assert_non_null(tally->found);
    measure_library(tally, NULL, false);
    measure_library(tally, folder, true);
    measure_listening(tally);
    remove_tree(folder);
    print_table(tally);
    const char *list = getenv("MEASURE_LIST");
    if (list) {
        write_list(tally, list);
    }
    qsort(tally->found, (size_t)tally->count, sizeof *tally->found, by_key);
    const char *keys = getenv("MEASURE_KEYS");
    FILE *file = keys ? fopen(keys, "w") : NULL;
    for (int i = 0; file && i < tally->count; i++) {
        if (i == 0 || strcmp(tally->found[i].key, tally->found[i - 1].key) != 0) {
            fprintf(file, "%s\n", tally->found[i].key);
        }
    }
    if (file) {
        fclose(file);
    }
    int bad = compare_with_known(tally);
    free(tally->found);
    free(tally);
    assert_int_equal(bad, 0);
}

static void nothing(App *app, int n) {
    (void)app;
    (void)n;
}

/* Each breach on a page of its own is found, and by its own name. */
static void test_planted_breaches_are_found(void **state) {
    (void)state;
    Kiosk *kiosk = calloc(1, sizeof *kiosk);
    Tally *tally = calloc(1, sizeof *tally);
    assert_non_null(kiosk);
    assert_non_null(tally);
    tally->found = calloc(FOUND_LINES, sizeof *tally->found);
    assert_non_null(tally->found);
    kiosk_open(kiosk, NULL);
    for (int i = 0; plants[i].build; i++) {
        const Screen fake = {.name = plants[i].name, .build = plants[i].build};
        const Scene scene = {.name = "planted", .screen = &fake, .set = nothing};
        memset(tally->table, 0, sizeof tally->table);
        measure_scene(kiosk, tally, &scene, FILL_SAMPLE);
        for (int kind = 0; kind < BREACH_KINDS; kind++) {
            bool told = tally->table[kind][0][0] > 0;
            bool wanted = strcmp(plants[i].name, breach_names[kind]) == 0;
            bool with = strcmp(plants[i].with, breach_names[kind]) == 0;
            if (told != (wanted || with)) {
                fail_msg("planted '%s', and '%s' is %s", plants[i].name, breach_names[kind],
                         told ? "told too" : "not told");
            }
        }
    }
    kiosk_close(kiosk);
    free(tally->found);
    free(tally);
    free(kiosk);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_planted_breaches_are_found),
                                       cmocka_unit_test(test_screens_keep_the_bars)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
