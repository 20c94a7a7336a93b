/* The App: all state of the kiosk, and the few verbs that change it.
 *
 * One way round: an input runs a handler, the handler changes the App, app_settle puts right what
 * follows (checks, the sentence, saving), then the screen is declared from a const App. Screens and
 * their handlers live in screens/; this room knows them only as a Screen. */
#ifndef VISIT_APP_H
#define VISIT_APP_H

#include "base/err.h"
#include "library/library.h"
#include "outcome/check.h"
#include "outcome/compose.h"
#include "outcome/draft.h"
#include "outcome/years.h"
#include "store/store.h"
#include "takeaway/save.h"
#include "takeaway/sticks.h"
#include "ui/editor.h"
#include "ui/input.h"
#include "ui/node.h"
#include "ui/speech.h"
#include "visit/job.h"
#include "visit/place.h"
#include "visit/status.h"

/* What a screen is: const, one a file. */
typedef struct Screen {
    const char *name; /* for `tree` and pictures */
    bool own_words;   /* shows what a family wrote: longer idle, 'Hide my screen' */
    bool typing;      /* text input goes to the App's editor */
    bool cover;       /* hides the visit: idle, cleared */
    bool waits;       /* counts seconds down */
    void (*build)(Ui *ui, const App *app);
    void (*done)(App *app); /* Enter on a real keyboard while typing; NULL: none */
    void (*samples)(
        App *app); /* fills the App for `tree` and `pictures`; NULL: the common sample */
} Screen;

/* Where a person is. */
typedef struct Spot {
    const Screen *screen;
    int arg;
} Spot;

enum { SPOTS_MOST = 24, CODE_LETTERS = 16 };

/* What is being typed on the keyboard page, and where it goes. */
typedef enum FieldKind {
    FIELD_NAME,
    FIELD_PART,
    FIELD_SAYS,
    FIELD_SENTENCE,
    FIELD_NOTE,
    FIELD_PLACE /* staff's */
} FieldKind;

/* The stage of a visit to a stick. */
typedef enum StickTask { TASK_NONE, TASK_SAVE, TASK_OPEN } StickTask;

/* Site settings, from the command line, kiosk.json and the staff page. */
typedef struct Site {
    int idle_s, idle_words_s; /* without touch, on pages without and with own words */
    int countdown_s, cleared_s;
    int keep_days;
    bool sound;           /* there is a loudspeaker, and it may be heard */
    bool real_clock;      /* the machine has a clock that runs without power, */
    const char *rtc;      /* which tells its seconds in this file; NULL: the kernel's */
    bool powered;         /* we may restart and turn off the machine */
    Look look;            /* what every visit begins with */
    const char *data;     /* folder of the drafts: its disk is looked at */
    const char *runtime;  /* folder in memory for the key of a visit; NULL: none */
    const char *problems; /* what was left out of kiosk.json, a line each; NULL: nothing */
    const char *version;
    StoreHealth health;
} Site;

/* How the program ends. */
typedef enum Leave { LEAVE_ONLY, LEAVE_RESTART, LEAVE_TURN_OFF } Leave;

/* What comes from outside and tests replace. */
typedef struct Clock {
    int64_t now_ms; /* monotonic, read once a turn */
    Date today;
} Clock;

struct App {
    Library *library;
    Store *store;
    Sticks *sticks;       /* NULL: none */
    Err (*tone)(void);    /* one soft tone, when it has been played; NULL: nothing can be heard */
    const Speech *speech; /* reads aloud; NULL: nobody does */
    Ui *ui;
    Site site;
    Place place;
    Clock clock;
    const Screen *home, *cover, *cleared, *stick_screen,
        *plan_screen; /* the ones this room goes to by itself */

    /* The visit: all of it goes in app_forget. */
    Draft draft;
    int outcome; /* the one being worked on */
    Draft undo;  /* before the last change that can be taken back in one touch */
    bool can_undo;
    int undo_outcome;
    uint64_t undo_hash;   /* of the draft behind that change; 0 until it is settled */
    bool kept;            /* saved under key */
    DraftKey *key;        /* in locked memory */
    char code[CODE_SIZE]; /* the five words, while they are shown */
    uint64_t saved_hash, seen_hash;
    int64_t save_due_ms; /* -1: nothing to save */
    Err save_err;
    int save_fails;     /* in a row */
    bool guarded;       /* comes back after a crash; key is then the visit's own when not kept */
    int64_t guarded_ms; /* when that was last noted */
    int takes;          /* crashes that it came back from since it was last saved */
    Composed composed;  /* of the current outcome */
    Checked checked;
    bool begun; /* somebody has touched the screen since it was cleared */
    Spot spots[SPOTS_MOST];
    int depth;
    int64_t touched_ms; /* last input */
    int64_t cover_ms;   /* when the cover came; -1: it is not there */
    bool hidden;        /* covered by 'Hide my screen' rather than by idling */

    /* Screens' own small state. */
    struct {
        int chapter, page;
        bool easy;
    } guide;
    struct {
        int stage; /* -1: all */
        int index;
        bool show_good; /* one card at a time */
    } examples;
    struct {
        int card;
        Answer answer;
        bool yes;
    } practice;
    struct {
        int first_idea;  /* 'More ideas' turns them */
        bool visited;    /* the check page was left once: 'Keep it as it is' shows */
        bool fixing;     /* came from the check page: back to it when answered */
        bool moved;      /* words have just gone to the part where they belong */
        bool calmed;     /* the calm page was shown: once a visit is enough */
        bool spoken;     /* 'Who is speaking?' was looked at */
        int shape;       /* example whose shape is being followed, from 1; 0: none */
        int split_at;    /* byte of the words that are being split */
        int8_t tiles[4]; /* numbers chosen on the page of numbers, from 1 */
    } builder;
    struct {
        FieldKind kind;
        Part part;
        PlaceField place;
        bool shift, full;
        bool as_typed; /* an address: no capitals by themselves */
        const char *layer;
        const char *accents; /* of the letter that was held; NULL: none */
        Editor editor;
    } field;
    struct {
        int at; /* word being given */
        char word[CODE_WORDS][CODE_WORD_SIZE];
        char letters[CODE_LETTERS];
        bool refused;
        Err err; /* why: ERR_NOT_FOUND when they open nothing */
        int wait_s;
    } words;
    struct {
        StickTask task;
        Err err;
        bool as_it_came; /* err tells the state of the stick, of which nothing was asked yet */
        bool done, writing;
        int number; /* of the files */
        char id[STICK_NAME_SIZE];
        int in; /* sticks that could be used now */
        int found_count;
        Found found[FOUND_MOST];
    } stick;
    struct {
        Progress progress;
        NextStep next;
        int after; /* what the chosen next step leads to, of lookback.c */
        char note[DRAFT_NOTE_SIZE];
    } review;
    int photo; /* outcome on the photo page */
    struct {
        bool on, cannot; /* cannot: it was tried in this visit */
        int at;          /* which thing of the page, from 0 */
        Spot spot;       /* the page */
        uint64_t words;  /* known by their hash: other words in their place end it */
    } listen;
    struct {
        char pin[PIN_SIZE], first[PIN_SIZE]; /* being typed; the first of two when it is chosen */
        bool choosing, differs, refused;
        bool late; /* no PIN was chosen while the one who set it up was there */
        int wait_s;
        Err err; /* of the last thing that was done */
        bool done;
        Date date;              /* being set */
        int due;                /* drafts that would go with that date */
        int64_t clean_until_ms; /* 0: touch is on */
        uint64_t touched;       /* cells of the touch test, a bit each */
        StaffStatus status;
        SelfTest found;
    } staff;
    int64_t started_ms;
    PinTries pin_tries;  /* outlives visits: waiting is no part of one */
    int moved_days;      /* by which staff put the machine's date right, until the next start */
    int64_t expired_day; /* the confirmed day on which old drafts were last looked for */

    Job job;                                  /* waiting for the worker, or with it */
    void (*job_done)(App *app, JobKind kind); /* screens: where to go when it is done */
    bool quit;
    Leave leave;
};

/* Prepares an App around its parts (all borrowed). The visit is empty, home is shown. */
void app_init(App *app);
void app_done(App *app); /* forgets, gives back what app_init took */

/* Puts right what follows from the last change: sentence, findings, what is to be saved. */
void app_settle(App *app);

/* Handles one input: touch, keys, typing, waking. */
void app_input(App *app, const Input *input);

/* Does what is due by now: repeats, saving, covering, clearing. */
void app_tick(App *app);

/* When app_tick has next to be called, monotonic ms; -1: not at all. */
int64_t app_next_ms(const App *app);

/* Time goes on by ms, for walks and tests: settle is called after each thing that is due. */
void app_pass(App *app, int64_t ms, void (*settle)(void *user), void *user);

/* Declares and lays out the screen that shows. */
void app_frame(App *app);

/* Ends the visit: saves what is kept, wipes everything a family said or chose. */
void app_forget(App *app);

/* places.c: where a person is. */
void app_go(App *app, const Screen *screen, int arg);   /* one deeper */
void app_swap(App *app, const Screen *screen, int arg); /* in place of this one */
void app_back(App *app, int ignored);
void app_home(App *app, int ignored);             /* the work stays in memory */
void app_back_to(App *app, const Screen *screen); /* up to it, or home */
const Screen *app_screen(const App *app);
int app_arg(const App *app);
bool app_knows(const App *app, const Screen *screen); /* it is on the way back */

/* Saves now when the draft has changed: in the store when it is kept, else for a crash alone. */
void app_save(App *app);

/* What a page with own words has to say above all else, as the id of a string; NULL: nothing. */
const char *app_notice(const App *app);

/* Removes the kept draft from the machine; the words stay on the screen. */
Err app_unkeep(App *app);

/* resume.c: a visit that a crash has cut off opens again at the plan, as long as the one who sat
 * there may still be there. False when there is none. */
bool app_resume(App *app);
bool app_may_resume(const App *app); /* there is something to look into: Home may have to wait */
void app_guard(App *app);            /* the kept draft comes back after a crash from now on, */
void app_hold(App *app);             /* or this draft, which is not kept; */
void app_note(App *app);             /* somebody is there, or has covered it */
void app_unguard(App *app);          /* nothing comes back */

/* The draft in app->draft is the one that app->key opens. */
void app_opened(App *app);

/* Covers the screen: idle or 'Hide my screen'. */
void app_hide(App *app, int ignored);
void app_show_again(App *app, int ignored);
void app_finish(App *app, int ignored); /* forget, then the page that says so */

/* listen.c: the page is read aloud, one thing after the other, until anything else happens. */
bool app_may_listen(const App *app);    /* there is a voice that may be heard */
bool app_listen_failed(const App *app); /* it turned out on this page that there is none */
void app_listen(App *app, int ignored); /* begins, goes on where it was stopped, or stops */
void app_listen_stop(App *app);         /* silent at once; the place is kept */
void app_listen_next(App *app);         /* the voice may have something to tell */
void app_listen_settle(App *app);       /* stops it when the page is no longer there */
void app_listen_input(App *app, const Input *input); /* and when somebody does anything else */
bool app_listen_lost(App *app); /* stopped: what it reads is not in this frame */

/* The current outcome; its parts. */
Outcome *app_outcome(App *app);
const Outcome *app_outcome_const(const App *app);
bool app_has_words(const App *app);

/* One step back: remember before the change, undo while nothing else has changed since. */
void app_remember(App *app);
void app_undo(App *app, int ignored);

/* Jobs: handlers fill app->job and call app_start; the result comes to app_job_done. */
void app_start(App *app, JobKind kind);
void app_job_done(App *app);
bool app_busy(const App *app);

/* What goes home, in the order in which it is written: string ids; NULL behind the last. */
const char *app_file_label(int index);

/* Whether the family has said anything in that outcome: only those go home. */
bool app_said(const App *app, int index);

/* A stick came or went. */
void app_sticks_changed(App *app);

#endif
