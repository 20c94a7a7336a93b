/* All clear: says plainly that nothing is left on the screen, then goes Home by itself. */
#include "screens/say.h"
#include "screens/screens.h"

static void build(Ui *ui, const App *app) {
    cover_begin(ui);
    if (!page_compact(ui)) {
        ui_picture(ui, "clear", FIXED(62), FIXED(33), 0, 0);
    }
    bool compact = page_compact(ui),
         tiny = (page_narrow(ui) && ui->look.size > SIZE_STANDARD) || page_large(ui);
    Style style = compact ? STYLE_BODY : STYLE_LEAD;
    ui_words(ui, .text = say(ui, app, "clear.head"),
             .style = compact ? STYLE_HEADING1 : STYLE_DISPLAY, .bold = true, .ink = ROLE_ON_COVER,
             .align = ALIGN_CENTRE, .role = NODE_HEADING);
    ui_words(ui, .text = say(ui, app, "clear.body"), .style = style, .ink = ROLE_ON_COVER,
             .align = ALIGN_CENTRE, .role = NODE_TEXT);
    if (!tiny) {
        ui_words(ui, .text = say(ui, app, "clear.thanks"), .style = style, .bold = true,
                 .ink = ROLE_ON_COVER, .align = ALIGN_CENTRE, .role = NODE_TEXT);
        ui_words(ui, .text = say(ui, app, "clear.kept"), .style = STYLE_SMALL, .ink = ROLE_ON_COVER,
                 .align = ALIGN_CENTRE, .role = NODE_TEXT);
    }
    ui_gap(ui, page_compact(ui) ? 0 : 3);
    ui_press(ui, .kind = BUTTON_COVER_MAIN, .label = say(ui, app, "clear.start"), .tap = app_home,
             .style = compact ? STYLE_SMALL : STYLE_OWN);
    cover_end(ui);
}

const Screen screen_cleared = {.name = "cleared", .cover = true, .build = build};
