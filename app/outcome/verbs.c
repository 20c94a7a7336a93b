/* A list of verbs and the spelling rules of British English; see verbs.h.
 *
 * Owns nothing and allocates nothing. Words are looked for in one spaced string: the longest list
 * has some hundreds of words and is asked a few times for each sentence shown. */
#include "outcome/verbs.h"

#include <stdio.h>
#include <string.h>

/* Each list begins with a space and every word has one behind it. */
static const char known[] =
    " "
    "accept access achieve act add admit agree answer apologise apply argue arrange arrive "
    "ask assemble attempt attend avoid bake balance bat bath be beat become begin behave "
    "believe belong bend bike bite blend block blow boil book borrow bounce break breathe "
    "bring brush buckle budget build bully burst button buy calculate call calm camp cancel "
    "care carry catch celebrate challenge change charge chase chat check cheer chew choose "
    "chop clap clean clear climb close collect colour comb come commit communicate compare "
    "complete compose concentrate contact control cook cope copy count cover crawl cross cry "
    "cuddle cut cycle dance decide demonstrate describe design develop die dig direct discuss "
    "do draw dress drink drive drop dry dust earn eat email engage enjoy enter equip explain "
    "explore express face fall fasten feed feel fetch fill find finish fit fix fold follow "
    "forget form fulfil gather get giggle give go grab greet grip grow guide hand "
    "handle hang hate have hear help hide hit hold hoover hop hug hum hurt identify ignore "
    "imagine improve increase initiate interact interview invite iron jog join joke jump keep "
    "kick kiss kneel knit knock know label lace laugh lay lead learn leave lend let level "
    "lick lie lift like line listen live load lock look lose love maintain make manage mark "
    "match measure meet mend message mix model mop move name need nod notice occur offer open "
    "order organise own pack paddle paint park participate pass pat pay pedal pee peel permit "
    "phone pick pin plan plant play plug point poo pop post pour practise prefer prepare "
    "press print pull push put queue quit reach read recognise record recover reduce refer "
    "regain regret regulate rehearse relax remember repeat reply request respond rest retell "
    "return review revise ride ring rinse rip roll row rub run save say scan scoop scoot "
    "score scream see sell send sequence serve set settle sew shake share shave shop shout "
    "show shower shut sign signal sing sip sit sketch skip sleep slide slip smell smile snap "
    "socialise solve sort speak spell spend spin spit split spoon spot spread squeeze stack "
    "stand start stay step stick stir stop strip study submit sustain swallow swap sweep swim "
    "swing switch take talk tap taste teach tell text thank think throw tickle tidy tie tip "
    "tolerate touch trace trade train transfer transition travel treat trim trip try turn "
    "type understand undress unpack unplug unwrap unzip upset use vacuum vary visit vocalise "
    "volunteer vote wait wake walk want wash watch water wave wear wee whisper win wind wipe "
    "work worry wrap write yell zip zoom ";

static const char states[] = " belong believe feel hate have hear know like love need own prefer "
                             "recognise remember understand want ";

/* Verbs of more than one syllable whose last letter doubles: travelling, beginning. */
static const char doubling[] = " admit begin cancel commit equip fulfil forget label level model "
                               "occur permit prefer refer regret "
                               "signal submit transfer travel unplug unwrap unzip upset control ";

enum { ING = sizeof "ing" - 1 };

static char lower(char c) {
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* word in lower case with a space on each side; false when too long for any verb. */
static bool spaced(const char *word, size_t len, char out[VERB_SIZE + 2]) {
    if (len == 0 || len >= VERB_SIZE) {
        return false;
    }
    out[0] = ' ';
    for (size_t i = 0; i < len; i++) {
        out[1 + i] = lower(word[i]);
    }
    out[1 + len] = ' ';
    out[2 + len] = '\0';
    return true;
}

static bool listed(const char *list, const char *word, size_t len) {
    char find[VERB_SIZE + 2];
    return !memchr(word, ' ', len) && spaced(word, len, find) && strstr(list, find);
}

bool verb_known(const char *word, size_t len) {
    return listed(known, word, len);
}

bool verb_of_state(const char *word, size_t len) {
    return listed(states, word, len);
}

static bool vowel(const char *word, size_t at) {
    bool after_q = at > 0 && word[at - 1] == 'q';
    return strchr("aeio", word[at]) || (word[at] == 'u' && !after_q) || (word[at] == 'y' && at > 0);
}

static int syllables(const char *word, size_t len) {
    int count = 0;
    for (size_t i = 0; i < len; i++) {
        count += vowel(word, i) && (i == 0 || !vowel(word, i - 1));
    }
    return count;
}

/* Stop -> stopping: one vowel before one consonant that can double, in a word of one syllable. */
static bool doubles(const char *word, size_t len) {
    if (len < 3 || strchr("aeiouwxy", word[len - 1]) || !vowel(word, len - 2) ||
        vowel(word, len - 3)) {
        return false;
    }
    return syllables(word, len) == 1 || listed(doubling, word, len);
}

static bool ends(const char *word, size_t len, const char *end) {
    size_t tail = strlen(end);
    return len > tail && memcmp(word + len - tail, end, tail) == 0;
}

bool verb_to_ing(const char *word, size_t len, char out[VERB_SIZE]) {
    char base[VERB_SIZE], found[VERB_SIZE * 2];
    if (!verb_known(word, len)) {
        return false;
    }
    for (size_t i = 0; i < len; i++) {
        base[i] = lower(word[i]);
    }
    base[len] = '\0';
    int most = (int)len;
    if (ends(base, len, "ie")) {
        snprintf(found, sizeof found, "%.*sying", most - 2, base); /* tie, tying */
    } else if (ends(base, len, "e") && len > 2 && !ends(base, len, "ee") &&
               !ends(base, len, "ye")) {
        snprintf(found, sizeof found, "%.*sing", most - 1, base); /* make, making */
    } else if (doubles(base, len)) {
        snprintf(found, sizeof found, "%s%cing", base, base[len - 1]); /* get, getting */
    } else {
        snprintf(found, sizeof found, "%sing", base); /* ask, asking; be, being; see, seeing */
    }
    if (strlen(found) >= VERB_SIZE) {
        return false;
    }
    memcpy(out, found, strlen(found) + 1);
    return true;
}

static bool try_base(const char *base, char out[VERB_SIZE]) {
    if (!verb_known(base, strlen(base))) {
        return false;
    }
    memcpy(out, base, strlen(base) + 1);
    return true;
}

bool verb_from_s(const char *word, size_t len, char out[VERB_SIZE]) {
    char base[VERB_SIZE];
    if (len < 3 || len >= VERB_SIZE || memchr(word, ' ', len) || lower(word[len - 1]) != 's') {
        return false;
    }
    for (size_t i = 0; i < len; i++) {
        base[i] = lower(word[i]);
    }
    base[len] = '\0';
    if (strcmp(base, "has") == 0) {
        return try_base("have", out);
    }
    if (verb_known(base, len)) {
        return false; /* 'dress', 'cross' */
    }
    base[len - 1] = '\0';
    if (try_base(base, out)) { /* asks, makes */
        return true;
    }
    if (!ends(base, len - 1, "e")) {
        return false;
    }
    base[len - 2] = '\0';
    if (try_base(base, out)) { /* washes, goes */
        return true;
    }
    if (!ends(base, len - 2, "i")) {
        return false;
    }
    base[len - 3] = 'y';
    return try_base(base, out); /* carries */
}

bool verb_is_ing(const char *word, size_t len) {
    char base[VERB_SIZE], made[VERB_SIZE], given[VERB_SIZE];
    if (len <= ING || len >= VERB_SIZE || memchr(word, ' ', len)) {
        return false;
    }
    for (size_t i = 0; i < len; i++) {
        given[i] = lower(word[i]);
    }
    given[len] = '\0';
    if (!ends(given, len, "ing")) {
        return false;
    }
    /* Every base that could have made it: stop(p)ing, mak(e)ing, t(ie)ing, ask-ing. */
    static const struct {
        size_t cut;
        const char *add;
    } ways[] = {{ING, ""}, {ING, "e"}, {ING + 1, ""}, {ING + 1, "ie"}};
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        if (len <= ways[i].cut || len + 2 >= VERB_SIZE) {
            continue;
        }
        memcpy(base, given, len - ways[i].cut);
        memcpy(base + len - ways[i].cut, ways[i].add, strlen(ways[i].add) + 1);
        if (verb_to_ing(base, strlen(base), made) && strcmp(made, given) == 0) {
            return true;
        }
    }
    return false;
}
