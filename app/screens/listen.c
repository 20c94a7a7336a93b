/* 'Listen' reads the page aloud; while it does the same button says 'Pause'. */
#include "screens/page.h"
#include "screens/say.h"

Button page_listen(Ui *ui, const App *app) {
    bool on = app->listen.on;
    const char *listen = say(ui, app, "common.listen"), *pause = say(ui, app, "common.pause");
    return (Button){.id = "listen",
                    .kind = BUTTON_HEADER,
                    .label = on ? pause : listen,
                    .other = on ? listen : pause,
                    .icon = "listen",
                    .icon_on = "pause",
                    .selected = on,
                    .tap = app_listen};
}

void page_listen_notice(Ui *ui, const App *app) {
    if (app_listen_failed(app)) {
        ui_banner(ui, "listen", ROLE_NOTYET_TINT, ROLE_NOTYET, NULL, say(ui, app, "listen.cannot"));
    }
}
