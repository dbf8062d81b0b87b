/** The screens of the units: a chunk of their own, so that the overview is there at once and they follow while it is read. */
import './conversation/conversation.js';
import './debrief/debrief.js';
import './find-mistake/find-mistake.js';
import './lesson/lesson.js';
import './quiz/quiz.js';
