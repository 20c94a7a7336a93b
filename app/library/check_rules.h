/* The word lists and questions of the checker, read from content/<language>/check/.
 *
 * Each *.txt file holds lists: '[class]' opens one, then words or phrases parted by commas;
 * 'words = plain words' on a line of its own gives jargon its plain words; '#' begins a remark.
 * '[irregular]' has 'write, writes, writing, wrote, written', '[same]' 'her, their = his' (counts
 * as, in phrases), '[read as]' 'becuase = because'. A line 'flags FAULT: sentence' is a sentence
 * that the rules must flag, 'passes FAULT: sentence' one they must not, 'passes: sentence' one that
 * is good. grammar.txt is read first. prompts.json holds the words of each question. */
#ifndef LIBRARY_CHECK_RULES_H
#define LIBRARY_CHECK_RULES_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "outcome/check.h"
#include "outcome/words.h"

/* Loads folder/check/ (folder is content/en). On failure each problem is one line in problems,
 * 'file:line: what', and *out stays as it was. The rules live in arena. */
Err check_rules_load(Arena *arena, const char *folder, Buf *problems, Rules **out);

/* Runs the example sentences of the lists. The number that came out otherwise; one line each in
 * problems. */
int check_rules_selftest(const Rules *rules, const char *folder, Buf *problems);

/* The title, question and offer for a fault; PROMPT_CALM for words of distress. Never NULL. */
const Prompt *check_prompt(const Rules *rules, int which);

/* The question with {name}, {word} and {plain} filled in, added to out. word is words of text as
 * the finding says; name may be "your child". */
void check_ask(const Rules *rules, const Finding *finding, const char *text, const char *name,
               Buf *out);

#endif
