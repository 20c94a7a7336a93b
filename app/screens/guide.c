/* The guide: chapters at the left, one short page at the right; on narrow pages the chapters are a
 * contents page of their own. */
#include "screens/say.h"
#include "screens/screens.h"

static const GuideChapter *chapter(const App *app) {
    return &app->library->chapters[app->guide.chapter];
}

static void open_chapter(App *app, int index) {
    app->guide.chapter = index;
    app->guide.page = 0;
    app_swap(app, &screen_guide, 0);
}

static void open_from_contents(App *app, int index) {
    app->guide.chapter = index;
    app->guide.page = 0;
    app_go(app, &screen_guide, 0);
}

static void next_page(App *app, int ignored) {
    (void)ignored;
    if (app->guide.page + 1 < chapter(app)->page_count) {
        app->guide.page++;
    } else if (app->guide.chapter + 1 < app->library->chapter_count) {
        app->guide.chapter++;
        app->guide.page = 0;
    } else {
        step_resume(app);
        return;
    }
    app_swap(app, &screen_guide, 0);
}

static void page_before(App *app, int ignored) {
    (void)ignored;
    if (app->guide.page > 0) {
        app->guide.page--;
    } else if (app->guide.chapter > 0) {
        app->guide.chapter--;
        app->guide.page = chapter(app)->page_count - 1;
    } else {
        app_back(app, 0);
        return;
    }
    app_swap(app, &screen_guide, 0);
}

static void easy_words(App *app, int ignored) {
    (void)ignored;
    app->guide.easy = !app->guide.easy;
    app_swap(app, &screen_guide, 0);
}

static void what_words_mean(App *app, int ignored) {
    (void)ignored;
    app_go(app, &screen_glossary, 0);
}

static void chapters(Ui *ui, const App *app, Tap *tap, bool show_where) {
    for (int i = 0; i < app->library->chapter_count; i++) {
        const GuideChapter *c = &app->library->chapters[i];
        bool here = show_where && i == app->guide.chapter;
        ui_row(ui, .role = NODE_CHOICE, .label = c->title, .tap = tap, .arg = i, .selected = here,
               .h = {.kind = SIZE_FIT, .least = 13}, .pad = PAD_XY(3.4f, 1), .gap = 3.2f,
               .align = ALIGN_CENTRE, .face = here ? ROLE_SEL_FILL : ROLE_SURFACE,
               .stroke = here ? ROLE_SEL_STROKE : ROLE_STROKE, .stroke_w = here ? 0.6f : 0.34f,
               .edge = ROLE_EDGE, .edge_h = 0.8f, .radius = 2.2f);
        ui_number(ui, i + 1, 7.4f, here ? ROLE_PRIMARY : ROLE_SUNKEN,
                  here ? ROLE_ON_PRIMARY : ROLE_INK, STYLE_SMALL);
        ui_words(ui, .text = c->title, .style = STYLE_SMALL, .ink = here ? ROLE_SEL_INK : ROLE_INK,
                 .role = NODE_GROUP, .w = GROW);
        ui_close(ui);
    }
}

/* The list is as wide as its longest title, within reason: every title on one line. */
static float list_w(Ui *ui, const App *app) {
    const float usual = 60, most = 84, around = 18; /* number, gaps and padding beside a title */
    float widest = usual;
    for (int i = 0; i < app->library->chapter_count; i++) {
        int title = ui_words_width(ui, app->library->chapters[i].title, STYLE_SMALL, false);
        float needs = (float)title / ui->look.u + around;
        widest = needs > widest ? needs : widest;
    }
    return widest < most ? widest : most;
}

static const char *from(Ui *ui, const App *app, const GuidePage *page) {
    const Source *source = library_source(app->library, page->source);
    return say_with(ui, app, "guide.source", "source", source ? source->short_title : "", NULL);
}

/* The quoted example, and on the same line where page and example come from. Easy words come first:
 * beside them the quotation is smaller. */
static void example(Ui *ui, const App *app, const GuidePage *page, bool easy) {
    Run head[] = {{.text = say(ui, app, "guide.eg"), .bold = true, .ink = ROLE_OUTCOME},
                  {.text = ui_print(ui, ". %s", from(ui, app, page))}};
    ui_row(ui, .face = ROLE_OUTCOME_TINT, .radius = 3, .pad = PAD_XY(4, 3), .gap = 5,
           .align = ALIGN_CENTRE);
    ui_sign(ui, "outcome", 8, ROLE_OUTCOME);
    ui_column(ui, .w = GROW, .gap = 0.6f);
    ui_words(ui, .runs = head, .run_count = 2, .style = STYLE_SMALL, .role = NODE_TEXT);
    ui_words(ui, .text = ui_print(ui, "‘%s’", page->example),
             .style = easy ? STYLE_SMALL : STYLE_BODY, .role = NODE_TEXT);
    ui_close(ui);
    ui_close(ui);
}

static void sentences(Ui *ui, const App *app, const Texts *texts) {
    for (int i = 0; i < texts->count; i++) {
        if (!say_lacks(app, texts->text[i])) {
            ui_words(ui, .text = say_text(ui, app, texts->text[i]), .style = STYLE_BODY,
                     .role = NODE_TEXT);
        }
    }
}

static void points(Ui *ui, const App *app, const Texts *texts) {
    ui_column(ui, .gap = 1.6f);
    for (int i = 0; i < texts->count; i++) {
        if (say_lacks(app, texts->text[i])) {
            continue;
        }
        ui_row(ui, .gap = 3.4f);
        ui_column(ui, .w = FIXED(2.4f), .pad = {0, 2.9f, 0, 0});
        ui_column(ui, .w = FIXED(2.4f), .h = FIXED(2.4f), .radius = 1.2f, .face = ROLE_THREAD);
        ui_close(ui);
        ui_close(ui);
        ui_words(ui, .text = say_text(ui, app, texts->text[i]), .style = STYLE_BODY,
                 .role = NODE_TEXT, .w = GROW);
        ui_close(ui);
    }
    ui_close(ui);
}

static void reading(Ui *ui, const App *app, const GuidePage *page) {
    bool easy = app->guide.easy && page->easy.count > 0;
    page_heading(ui, say_text(ui, app, page->heading));
    if (easy) {
        sentences(ui, app, &page->easy);
    } else {
        sentences(ui, app, &page->sentences);
        points(ui, app, &page->points);
    }
    if (page->example) {
        example(ui, app, page, easy);
    } else {
        ui_words(ui, .text = from(ui, app, page), .style = STYLE_SMALL, .ink = ROLE_MUTED,
                 .role = NODE_TEXT);
    }
}

static void build(Ui *ui, const App *app) {
    const GuideChapter *c = chapter(app);
    const GuidePage *reads = &c->pages[app->guide.page];
    bool last = app->guide.chapter + 1 == app->library->chapter_count &&
                app->guide.page + 1 == c->page_count;
    Page page = {.title = page_compact(ui) ? c->title : say(ui, app, "guide.title"),
                 .next = say(ui, app, last ? "guide.end.build" : "common.next"),
                 .next_tap = next_page,
                 .under = say_with(ui, app, "ex.where", "n", say_number(ui, app->guide.page + 1),
                                   "m", say_number(ui, c->page_count), NULL),
                 .second = say(ui, app, "guide.words.short"),
                 .second_icon = "question",
                 .second_tap = what_words_mean,
                 .gap = page_compact(ui) ? 3.1f : 2,
                 .list_w = list_w(ui, app),
                 .extra = reads->easy.count > 0 ? say(ui, app, "guide.easy") : NULL,
                 .extra_tap = easy_words,
                 .extra_on = app->guide.easy,
                 .back_tap = page_before,
                 .reading = true};
    if (!page_wide(ui)) {
        const float below_list = 5;
        page_begin(ui, app, &page);
        if (page_tall(ui)) {
            ui_grid(ui, .columns = 2, .gap = 4);
            chapters(ui, app, open_chapter, true);
            ui_close(ui);
            ui_gap(ui, below_list);
        }
        reading(ui, app, reads);
        page_end(ui, app, &page);
        return;
    }
    page_beside_begin(ui, app, &page);
    chapters(ui, app, open_chapter, true);
    page_beside_middle(ui, app, &page);
    reading(ui, app, reads);
    page_end(ui, app, &page);
}

static void build_contents(Ui *ui, const App *app) {
    Page page = {.title = say(ui, app, "guide.title"), .reading = true};
    page_begin(ui, app, &page);
    chapters(ui, app, open_from_contents, false);
    page_end(ui, app, &page);
}

const Screen screen_guide = {.name = "guide", .build = build};
const Screen screen_contents = {.name = "contents", .build = build_contents};
