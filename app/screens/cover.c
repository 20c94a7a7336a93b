/* The full cover: when nobody has touched for a while, and for 'Hide my screen'. Opaque: passers-by
 * see nothing. Touches beside its buttons do nothing. */
#include "screens/say.h"
#include "screens/screens.h"

static void build(Ui *ui, const App *app) {
    enum { SECOND_MS = 1000 };
    int64_t gone = app->cover_ms < 0 ? 0 : (app->clock.now_ms - app->cover_ms) / SECOND_MS;
    int left = app->site.countdown_s - (int)gone;
    left = left < 0 ? 0 : left;
    const char *count = say_with(ui, app, "idle.count", "n", say_number(ui, left), NULL);
    cover_begin(ui);
    bool roomy = !page_compact(ui);
    if (roomy) {
        ui_icon(ui, "hand", 20, ROLE_ON_COVER);
    }
    bool tiny = page_narrow(ui) && ui->look.size > SIZE_STANDARD;
    bool low = page_narrow(ui) && ui->look.size == SIZE_LARGEST;
    ui_words(ui, .text = say(ui, app, "idle.head"),
             .style = low                ? STYLE_BODY
                      : page_compact(ui) ? STYLE_HEADING1
                                         : STYLE_DISPLAY,
             .bold = true, .ink = ROLE_ON_COVER, .align = ALIGN_CENTRE, .role = NODE_HEADING);
    if (!tiny) {
        ui_words(ui, .text = say(ui, app, "idle.body"), .ink = ROLE_ON_COVER,
                 .style = page_compact(ui) ? STYLE_BODY : STYLE_LEAD, .align = ALIGN_CENTRE,
                 .role = NODE_TEXT);
    }
    if (roomy) {
        ui_gap(ui, 1);
        ui_row(ui, .w = FIXED(120));
        ui_bar(ui, (float)left / (float)app->site.countdown_s, ROLE_ON_COVER, ROLE_COVER, count);
        ui_close(ui);
    }
    ui_words(ui, .text = count, .style = tiny ? STYLE_SMALL : STYLE_BODY, .ink = ROLE_ON_COVER,
             .align = ALIGN_CENTRE, .role = NODE_TEXT);
    if (roomy) {
        ui_gap(ui, 2);
    }
    Style style = page_compact(ui) ? STYLE_SMALL : STYLE_OWN;
    Size h = tiny ? (Size){.kind = SIZE_FIT, .least = 13} : (Size){0};
    ui_flow(ui, .gap = roomy ? 6 : 3, .align = ALIGN_CENTRE);
    ui_press(ui, .kind = BUTTON_COVER, .label = say(ui, app, "idle.clear"), .tap = app_finish,
             .style = style, .h = h);
    ui_press(ui, .kind = BUTTON_COVER_MAIN, .label = say(ui, app, "idle.here"),
             .tap = app_show_again, .style = style, .h = h);
    ui_close(ui);
    cover_end(ui);
}

static void samples(App *app) {
    enum { GONE_MS = 20000 };
    app->cover_ms = app->clock.now_ms > GONE_MS ? app->clock.now_ms - GONE_MS : 0;
}

const Screen screen_cover = {.samples = samples, .name = "cover", .cover = true, .build = build};
