// Every page works without these; each module only betters what is already there.
import { focusErrors, openContents } from "./errors.js";
import { revealAnswers } from "./reveal.js";
import { keepDrafts } from "./autosave.js";
import { warnOfIdleness } from "./idle.js";
import { followWork } from "./poll.js";
import { listenToKeys } from "./keys.js";
import { offerToShowPasswords } from "./passwords.js";
import { skipInPlace } from "./skip.js";
import { keepParts } from "./parts.js";
import { askAgain } from "./again.js";
import { offerPhrases } from "./phrases.js";
import { leaveAtOnce } from "./leave.js";
import { holdFormsWhileOffline } from "./connection.js";

leaveAtOnce();
focusErrors();
openContents();
holdFormsWhileOffline();
revealAnswers();
keepDrafts();
warnOfIdleness();
followWork();
listenToKeys();
offerToShowPasswords();
skipInPlace();
keepParts();
askAgain();
offerPhrases();
