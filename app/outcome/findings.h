/* From a verdict in tokens to findings in bytes, in the order in which to ask. */
#ifndef OUTCOME_FINDINGS_H
#define OUTCOME_FINDINGS_H

#include "outcome/judge.h"

/* Adds a finding for each fault of the verdict; plain: plain words for the jargon, or NULL. */
void findings_put(const Sentence *sentence, const Verdict *verdict, const char *plain,
                  Checked *out);

#endif
