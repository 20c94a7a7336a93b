/* The parts of life that the plan covers: a mirror, not a target. Areas, then what section E of a
 * plan speaks of, then from Year 9 the four parts of adult life. */
#include "screens/mirror.h"
#include "outcome/thread.h"
#include "screens/say.h"
#include "screens/screens.h"

void mirror_tile(Ui *ui, const char *icon, const char *words, bool covered, bool small) {
    const float least = small ? 6.4f : 9.4f, pad_x = small ? 0 : 2.2f, pad_y = small ? 0 : 1;
    const Role face = covered ? ROLE_SURFACE : ROLE_SUNKEN, stroke = covered ? ROLE_MET : ROLE_LINE;
    ui_row(ui, .face = small ? ROLE_NONE : face, .stroke = small ? ROLE_NONE : stroke,
           .stroke_w = small     ? 0
                       : covered ? 0.34f
                                 : 0.2f,
           .radius = 2.2f, .pad = PAD_XY(pad_x, pad_y), .gap = 1.8f, .align = ALIGN_CENTRE,
           .h = {.kind = SIZE_AUTO, .least = least});
    ui_sign(ui, covered ? "tick" : icon, 5.4f, covered ? ROLE_MET : ROLE_INK);
    ui_words(ui, .text = words, .style = STYLE_SMALL, .bold = small && covered,
             .role = small ? NODE_GROUP : NODE_TEXT, .w = GROW);
    ui_close(ui);
}

static void head(Ui *ui, const App *app, const char *title, const char *note) {
    ui_column(ui, .gap = 0);
    ui_words(ui, .text = say(ui, app, title), .style = STYLE_BODY, .bold = true,
             .role = NODE_HEADING);
    ui_words(ui, .text = say(ui, app, note), .style = STYLE_SMALL, .ink = ROLE_MUTED,
             .role = NODE_TEXT);
    ui_close(ui);
}

static void tiles_begin(Ui *ui, int wide) {
    ui_grid(ui, .columns = page_wide(ui) ? wide : page_large(ui) ? 1 : 2, .gap = 2.2f);
}

static void areas(Ui *ui, const App *app, const Thread *thread) {
    head(ui, app, "p.areas", "p.areas.note");
    tiles_begin(ui, page_large(ui) ? 2 : 4);
    for (int area = AREA_TALKING; area < AREA_COUNT; area++) {
        mirror_tile(ui, area_icon((Area)area), say_joined(ui, app, "p.area.", area_names[area]),
                    thread->areas[area] > 0, false);
    }
    ui_close(ui);
}

static void education_health_care(Ui *ui, const App *app, const Thread *thread) {
    static const char *const ids[TRIAD_COUNT] = {"p.education", "p.health", "p.care"};
    static const char *const icons[TRIAD_COUNT] = {"learn", "health", "care"};
    head(ui, app, "p.triad", "p.triad.note");
    tiles_begin(ui, TRIAD_COUNT);
    for (int i = 0; i < TRIAD_COUNT; i++) {
        mirror_tile(ui, icons[i], say(ui, app, ids[i]), thread->triad[i] > 0, false);
    }
    ui_close(ui);
}

static void adult_life(Ui *ui, const App *app, const Thread *thread) {
    static const char *const ids[ADULT_COUNT] = {"p.adult.1", "p.adult.2", "p.adult.3",
                                                 "p.adult.4"};
    static const char *const icons[ADULT_COUNT] = {"build", "care", "health", "friends"};
    head(ui, app, "p.adult", "p.adult.note");
    tiles_begin(ui, 2);
    for (int i = 0; i < ADULT_COUNT; i++) {
        mirror_tile(ui, icons[i], say(ui, app, ids[i]), thread->adult[i] > 0, false);
    }
    ui_close(ui);
}

static void build(Ui *ui, const App *app) {
    Thread *thread = arena_take(&ui->arena, sizeof *thread);
    Page page = {.title = say(ui, app, "p.mirror"), .gap = 4, .reading = true};
    thread_of(&app->draft, thread);
    page_begin(ui, app, &page);
    areas(ui, app, thread);
    education_health_care(ui, app, thread);
    if (year_prepares_for_adult_life(app->draft.year_group)) {
        adult_life(ui, app, thread);
    }
    page_end(ui, app, &page);
}

const Screen screen_mirror = {.name = "mirror", .own_words = true, .build = build};
