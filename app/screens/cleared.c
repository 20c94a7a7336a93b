/* All clear: says plainly that nothing is left on the screen, then goes Home by itself. */
#include "screens/say.h"
#include "screens/screens.h"

/* Gaps below each of the things on a roomy cover, u; the drawing has room of its own. */
static const float below_drawing = 3.2f, below_head = 1.5f, below_body = 6.8f, below_thanks = 3.5f,
                   below_kept = 7.6f, drawing_w = 72, drawing_h = 33.6f, start_h = 16;

static void line(Ui *ui, const char *text, Style style, bool bold) {
    ui_words(ui, .text = text, .style = style, .bold = bold, .ink = ROLE_ON_COVER,
             .align = ALIGN_CENTRE, .role = NODE_TEXT);
}

static void gap(Ui *ui, bool wanted, float u) {
    if (wanted) {
        ui_gap(ui, u);
    }
}

static void build(Ui *ui, const App *app) {
    bool roomy = !page_compact(ui), cramped = page_narrow(ui) && ui->look.size > SIZE_STANDARD;
    bool brief = cramped || page_large(ui);
    Style style = roomy ? STYLE_LEAD : STYLE_BODY;
    cover_begin(ui);
    ui_column(ui, .align = ALIGN_CENTRE, .gap = roomy ? 0 : 2);
    if (roomy) {
        ui_picture(ui, "clear", FIXED(drawing_w), FIXED(drawing_h), 0, 0);
        ui_gap(ui, below_drawing);
    }
    ui_words(ui, .text = say(ui, app, "clear.head"), .style = roomy ? STYLE_CLEAR : STYLE_HEADING1,
             .bold = true, .ink = ROLE_ON_COVER, .align = ALIGN_CENTRE, .role = NODE_HEADING);
    gap(ui, roomy, below_head);
    line(ui, say(ui, app, "clear.body"), style, false);
    gap(ui, roomy, below_body);
    if (!brief) {
        line(ui, say(ui, app, "clear.thanks"), style, true);
        gap(ui, roomy, below_thanks);
        line(ui, say(ui, app, "clear.kept"), STYLE_SMALL, false);
        gap(ui, roomy, below_kept);
    }
    gap(ui, !roomy && !cramped, 2); /* what is touched stands apart from what is read */
    ui_press(ui, .kind = BUTTON_COVER_MAIN, .label = say(ui, app, "clear.start"), .tap = app_home,
             .h = {.kind = SIZE_FIT, .least = start_h}, .style = roomy ? STYLE_LEAD : STYLE_SMALL);
    ui_close(ui);
    cover_end(ui);
}

const Screen screen_cleared = {.name = "cleared", .cover = true, .build = build};
