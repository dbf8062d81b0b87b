/** Content that changes under a learner: whatever an update does to a module, what was done is kept as far as its codes hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation, Module, Unit } from '../../src/content/module.js';
import { encodeJournal } from '../../src/engine/journal.js';
import { chance } from '../../src/engine/random.js';
import { moduleProgress, newSession, resume, run, unitProgress, unitState, type Session } from '../../src/engine/session.js';
import { debriefOf } from '../../src/player/debrief/view-model.js';
import { snapshot } from '../../src/tracking/projection.js';
import { chanceOf } from '../faults/chance.js';
import { nextClick } from '../faults/clicks.js';
import { option, turn, withProof } from './fixtures/conversation.js';
import { randomScript } from './fixtures/random-script.js';
import { findMistake, items, lesson, module, quiz } from './fixtures/units.js';
