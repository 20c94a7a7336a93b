/* Keep it for later: first what that means, then the five words. 'Do not keep it' is as easy. */
#include "base/text.h"
#include "screens/say.h"
#include "screens/screens.h"

#include <string.h>

static void keep(App *app, int ignored) {
    (void)ignored;
    if (app_busy(app) || app->library->code_words.count < CODE_LIST) {
        return;
    }
    code_make(app->library->code_words.text, app->code);
    app_start(app, JOB_KEEP);
}

/* The draft goes from the machine; the words on the screen stay until the visit ends. */
static void do_not_keep(App *app, int ignored) {
    (void)ignored;
    if (app_unkeep(app) == OK) {
        app_back(app, 0);
    }
}

static void got_them(App *app, int ignored) {
    (void)ignored;
    explicit_bzero(app->code, sizeof app->code);
    app_back(app, 0);
}

static void line(Ui *ui, const char *icon, const char *text, Style style) {
    ui_row(ui, .gap = 4);
    ui_column(ui, .pad = {0, 0.6f, 0, 0});
    ui_icon(ui, icon, 6.2f, ROLE_INK);
    ui_close(ui);
    ui_words(ui, .text = text, .style = style, .role = NODE_TEXT, .w = GROW);
    ui_close(ui);
}

static const char *kept_for(Ui *ui, const App *app) {
    return say_with(ui, app, "keep.count", "n", say_number(ui, app->site.keep_days), NULL);
}

static void build(Ui *ui, const App *app) {
    bool busy = app_busy(app), kept = app->kept;
    Page page = {.title = say(ui, app, "keep.title"),
                 .next = busy   ? NULL
                         : kept ? say(ui, app, "common.next")
                                : say(ui, app, "keep.yes"),
                 .next_tap = kept ? app_back : keep,
                 .second = busy   ? NULL
                           : kept ? say(ui, app, "keep.delete")
                                  : say(ui, app, "keep.dont"),
                 .second_icon = "bin",
                 .second_tap = kept ? do_not_keep : app_back,
                 .band = "steps",
                 .gap = 5};
    page_begin(ui, app, &page);
    if (busy) {
        page_heading(ui, say(ui, app, "keep.saving"));
        ui_icon(ui, "clock", 16, ROLE_THREAD);
        ui_words(ui, .text = say(ui, app, "stick.w.body"), .style = STYLE_LEAD, .role = NODE_TEXT);
    } else {
        page_heading(ui, say(ui, app, kept ? "keep.saved" : "keep.q"));
        if (kept) {
            line(ui, "clock", kept_for(ui, app), STYLE_BODY);
            line(ui, "lock", say(ui, app, "keep.careful"), STYLE_BODY);
        } else { /* two sentences: what is kept and how long, and that lost words are lost */
            line(ui, "clock",
                 say_with(ui, app, "keep.q.what", "n", say_number(ui, app->site.keep_days), NULL),
                 STYLE_LEAD);
            line(ui, "lock", say(ui, app, "keep.q.lost"), STYLE_LEAD);
        }
        if (app->save_err != OK) {
            ui_banner(ui, "warn", ROLE_NOTYET_TINT, ROLE_NOTYET, NULL,
                      app->save_err == ERR_FULL
                          ? say(ui, app, "keep.full")
                          : say_joined(ui, app, "err.", err_name(app->save_err)));
        }
    }
    page_end(ui, app, &page);
}

/* The nth word of the code, from 0. */
static const char *code_word(Ui *ui, const App *app, int n) {
    const char *at = app->code;
    while (n-- > 0 && at) {
        at = strchr(at, ' ');
        at = at ? at + 1 : NULL;
    }
    return at ? ui_print(ui, "%.*s", (int)strcspn(at, " "), at) : "";
}

static const float word_gap = 3, word_side = 2; /* u */

/* The number above the word, or before it. */
static void word_card(Ui *ui, const App *app, int n, bool above) {
    const float disc = 8.6f, foot = page_compact(ui) && !page_narrow(ui) ? 2 : 1;
    ui_row(ui, .id = ui_print(ui, "word%d", n), .w = GROW, .face = ROLE_SURFACE,
           .stroke = ROLE_THREAD, .stroke_w = 0.5f, .radius = 3,
           .pad = above ? (Pad){word_side, 2, word_side, 3} : (Pad){3, foot, 3, foot},
           .align = ALIGN_CENTRE, .role = NODE_TEXT, .secret = true,
           .label = ui_print(ui, "%d. %s", n + 1, code_word(ui, app, n)));
    if (above) {
        ui_column(ui, .w = GROW, .align = ALIGN_CENTRE, .gap = 2);
    } else {
        ui_row(ui, .w = GROW, .align = ALIGN_CENTRE, .gap = 4);
    }
    ui_number(ui, n + 1, disc, ROLE_HOPE_TINT, ROLE_HOPE, STYLE_SMALL);
    ui_words(ui, .text = code_word(ui, app, n), .style = STYLE_HEADING2, .bold = true,
             .role = NODE_GROUP);
    ui_close(ui);
    ui_close(ui);
}

/* Would the five stand in one row, each word whole? */
static bool row_fits(Ui *ui, const App *app) {
    const Look *look = &ui->look;
    int room = look->panel.w - 2 * look_px(look, page_pad(ui));
    room -= (CODE_WORDS - 1) * look_px(look, word_gap);
    for (int i = 0; i < CODE_WORDS; i++) {
        room -= ui_word_width(ui, code_word(ui, app, i), STYLE_HEADING2, true);
        room -= 2 * look_px(look, word_side);
    }
    return room >= 0;
}

/* In a row on the thread; where that has no room, as few rows as show them all at once. */
static void word_cards(Ui *ui, const App *app) {
    bool row = page_wide(ui) && row_fits(ui, app);
    bool one = page_tall(ui) || page_tiny(ui) || page_slim(ui);
    int more = page_wide(ui) ? 3 : 2;
    if (row) {
        ui_row(ui, .gap = word_gap);
    } else {
        ui_grid(ui, .columns = one ? 1 : more, .gap = page_narrow(ui) ? 2 : word_gap);
    }
    for (int i = 0; row && i + 1 < CODE_WORDS; i++) {
        ui_thread(ui, ui_print(ui, "word%d", i), ui_print(ui, "word%d", i + 1), false);
    }
    for (int i = 0; i < CODE_WORDS; i++) {
        word_card(ui, app, i, row);
    }
    ui_close(ui);
}

static void how_to_come_back(Ui *ui, const App *app) {
    static const char *const steps[] = {"keep.h1", "keep.h2", "keep.h3"};
    ui_words(ui, .text = say(ui, app, "keep.how"), .style = STYLE_SMALL, .bold = true,
             .ink = ROLE_MUTED, .role = NODE_HEADING);
    for (int i = 0; i < 3; i++) {
        ui_row(ui, .gap = 3, .align = ALIGN_CENTRE);
        ui_number(ui, i + 1, 7, ROLE_SUNKEN, ROLE_INK, STYLE_SMALL);
        ui_words(ui, .text = say(ui, app, steps[i]), .style = STYLE_SMALL, .role = NODE_TEXT,
                 .w = GROW);
        ui_close(ui);
    }
}

static void build_words(Ui *ui, const App *app) {
    bool wide = page_wide(ui);
    Page page = {.title = say(ui, app, "keep.title"),
                 .next = say(ui, app, "keep.got"),
                 .next_tap = got_them,
                 .second = say(ui, app, "keep.dont"),
                 .second_icon = "bin",
                 .second_tap = do_not_keep,
                 .no_back = true,
                 .reading = true,
                 .gap = 3};
    page_begin(ui, app, &page);
    if (!page_narrow(ui)) { /* there the room is for the words */
        page_heading(ui, say(ui, app, "keep.head"));
    }
    word_cards(ui, app);
    ui_row(ui, .gap = 4, .align = ALIGN_CENTRE);
    ui_icon(ui, "pencil", 6.5f, ROLE_INK);
    ui_words(ui, .text = say(ui, app, "keep.write"), .style = STYLE_BODY, .bold = true,
             .role = NODE_TEXT, .w = GROW);
    ui_close(ui);
    if (wide) {
        ui_row(ui, .gap = 6);
    } else {
        ui_column(ui, .gap = 4);
    }
    ui_column(ui, .w = GROW, .gap = 2.4f);
    how_to_come_back(ui, app);
    ui_close(ui);
    ui_column(ui, .w = GROW, .gap = 2.4f);
    line(ui, "clock", kept_for(ui, app), STYLE_SMALL);
    line(ui, "lock", say(ui, app, "keep.careful"), STYLE_SMALL);
    ui_close(ui);
    ui_close(ui);
    page_end(ui, app, &page);
}

const Screen screen_keep = {.name = "keep", .own_words = true, .build = build};
static void samples(App *app) {
    for (int i = 0; i < CODE_WORDS; i++) {
        text_add(app->code, sizeof app->code, i ? " " : "");
        text_add(app->code, sizeof app->code,
                 say(app->ui, app, ui_print(app->ui, "keep.w%d", i + 1)));
    }
    app->kept = false;
}

const Screen screen_words = {
    .samples = samples, .name = "words", .own_words = true, .build = build_words};
