/* Lines in, labels out. Memory: one line and one answer at a time. */
#include "check_command.h"

#include "base/buf.h"
#include "base/json.h"
#include "base/utf8.h"
#include "library/check_rules.h"

#include <stdlib.h>
#include <string.h>

enum { COULD_NOT_RUN = 3 };

/* Faults in the order of their names in the contract. */
static void put_faults(const Checked *checked, const char *between, Buf *out) {
    bool first = true;
    for (int f = 0; f < FAULT_COUNT; f++) {
        if ((unsigned)checked->faults >> (unsigned)f & 1u) {
            if (!first) {
                buf_text(out, between);
            }
            buf_text(out, fault_names[f]);
            first = false;
        }
    }
}

static void put_plain(const Checked *checked, char *line, size_t len, Buf *out) {
    for (size_t i = 0; i < len; i++) {
        if (line[i] == '\0' || line[i] == '\r') {
            line[i] = ' ';
        }
    }
    buf_text(out, checked->good ? "good\t" : "not_good\t");
    put_faults(checked, ",", out);
    buf_char(out, '\t');
    buf_add(out, line, len);
    buf_char(out, '\n');
}

/* len bytes as valid UTF-8 without NUL: what is none becomes U+FFFD. */
static void make_valid(const char *text, size_t len, Buf *out) {
    for (size_t i = 0; i < len;) {
        int n = text[i] == '\0' ? UTF8_BAD : utf8_read(text + i, len - i, NULL);
        if (n > 0) {
            buf_add(out, text + i, (size_t)n);
            i += (size_t)n;
        } else {
            buf_text(out, "\xEF\xBF\xBD");
            i++;
        }
    }
}

static void put_json(const Rules *rules, const Checked *checked, const char *line, size_t len,
                     Buf *out) {
    Buf valid = {0};
    JsonOut *root = json_new_object();
    make_valid(line, len, &valid);
    json_add_text(root, "text", buf_string(&valid));
    json_add_text(root, "label", checked->good ? "good" : "not_good");
    JsonOut *faults = json_add_list(root, "faults");
    for (int f = 0; f < FAULT_COUNT; f++) {
        if ((unsigned)checked->faults >> (unsigned)f & 1u) {
            json_list_text(faults, fault_names[f]);
        }
    }
    JsonOut *findings = json_add_list(root, "findings");
    for (int i = 0; i < checked->count; i++) {
        const Finding *found = &checked->found[i];
        JsonOut *one = json_add_object(findings, NULL);
        json_add_text(one, "fault", fault_names[found->fault]);
        json_add_whole(one, "from", found->from);
        json_add_whole(one, "to", found->to);
        Buf ask = {0};
        buf_clear(&valid);
        make_valid(line + found->from, (size_t)(found->to - found->from), &valid);
        json_add_text(one, "words", buf_string(&valid));
        check_ask(rules, found, line, "your child", &ask);
        buf_clear(&valid);
        make_valid(buf_string(&ask), ask.len, &valid);
        json_add_text(one, "ask", buf_string(&valid));
        buf_done(&ask);
    }
    if (checked->distress) {
        json_add_flag(root, "care", true);
    }
    json_print(root, false, out);
    buf_char(out, '\n');
    buf_done(&valid);
}

int check_command(const Rules *rules, FILE *in, FILE *out, bool as_json) {
    char *line = NULL;
    size_t size = 0;
    ssize_t got;
    Buf answer = {0};
    while ((got = getline(&line, &size, in)) >= 0) {
        size_t len = (size_t)got;
        if (len > 0 && line[len - 1] == '\n') {
            len--;
        }
        if (len > 0 && line[len - 1] == '\r') {
            len--;
        }
        Checked checked;
        check_text(rules, line, len, &checked);
        buf_clear(&answer);
        if (as_json) {
            put_json(rules, &checked, line, len, &answer);
        } else {
            put_plain(&checked, line, len, &answer);
        }
        if (fwrite(answer.bytes, 1, answer.len, out) != answer.len) {
            break;
        }
    }
    free(line);
    buf_done(&answer);
    return ferror(in) || fflush(out) != 0 || ferror(out) ? COULD_NOT_RUN : 0;
}
