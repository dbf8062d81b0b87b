import { describe, expect, it } from 'vitest';
import { isEnded, startingData, type Start } from '../../src/lms/course/cmi.js';
import { bestGrade, readGrade, seconds } from '../../src/lms/course/grade.js';

describe('a grade read from raw SCORM fields', () => {
  it('reads SCORM 1.2', () => {
    const grade = readGrade('1.2', {
      'cmi.core.lesson_status': 'completed',
      'cmi.core.score.raw': '81.5',
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
      'cmi.core.total_time': '0001:02:05.50',
      'cmi.objectives.0.id': 'klachten_voorkomen',
      'cmi.objectives.0.score.raw': '70',
      'cmi.objectives.0.status': 'passed',
      'cmi.interactions.0.id': 'q1',
      'cmi.interactions.0.type': 'choice',
      'cmi.interactions.0.student_response': 'b',
      'cmi.interactions.0.result': 'wrong',
      'cmi.interactions.10.id': 'last',
      'cmi.interactions.10.result': '0.75',
      'cmi.interactions.2.id': 'middle',
    });
    expect(grade).toMatchObject({ status: 'completed', score: 81.5, seconds: 3725.5 });
    expect(grade.objectives).toEqual([
      { id: 'klachten_voorkomen', description: '', score: 70, status: 'passed' },
    ]);
    expect(grade.interactions.map((one) => one.id)).toEqual(['q1', 'middle', 'last']);
    expect(grade.interactions[0]).toMatchObject({ response: 'b', result: { kind: 'wrong' } });
    expect(grade.interactions[2]?.result).toEqual({ kind: 'number', value: 0.75 });
  });

  it('reads SCORM 2004, where success and completion are two things', () => {
    const grade = readGrade('2004', {
      'cmi.completion_status': 'completed',
      'cmi.success_status': 'passed',
      'cmi.score.scaled': '0.815',
      'cmi.total_time': 'PT1H2M5.5S',
      'cmi.objectives.0.id': 'hostmanship',
      'cmi.objectives.0.score.scaled': '0.4',
      'cmi.objectives.0.completion_status': 'incomplete',
      'cmi.interactions.0.id': 'q1',
      'cmi.interactions.0.learner_response': 'a[,]b',
      'cmi.interactions.0.result': 'incorrect',
    });
    expect(grade).toMatchObject({ status: 'passed', score: 81.5, seconds: 3725.5 });
    expect(grade.objectives[0]).toMatchObject({ score: 40, status: 'busy' });
    expect(grade.interactions[0]?.result).toEqual({ kind: 'wrong' });
  });

  it('takes raw on its own scale, and survives nonsense', () => {
    expect(readGrade('1.2', { 'cmi.core.score.raw': '5', 'cmi.core.score.max': '10' }).score).toBe(50);
    expect(readGrade('1.2', { 'cmi.core.score.raw': 'tien', 'cmi.core.total_time': 'lang' })).toMatchObject({
      score: null,
      seconds: 0,
    });
    expect(readGrade('2004', null).status).toBe('new');
    expect(seconds('P1DT1S')).toBe(86_401);
  });

  it('counts the highest attempt', () => {
    const low = readGrade('1.2', { 'cmi.core.score.raw': '40', 'cmi.core.lesson_status': 'passed' });
    const high = readGrade('1.2', { 'cmi.core.score.raw': '80', 'cmi.core.lesson_status': 'failed' });
    expect(bestGrade([low, high])?.score).toBe(80);
    expect(bestGrade([])).toBeUndefined();
  });
});

describe('what a session starts with', () => {
  const start: Start = {
    edition: '1.2',
    learner: { id: 'anke', name: 'Anke' },
    launchData: '',
    masteryScore: '',
    stored: null,
    mode: 'normal',
  };

  it('is ab-initio before anything was stored', () => {
    expect(startingData(start)).toMatchObject({
      'cmi.core.entry': 'ab-initio',
      'cmi.core.lesson_mode': 'normal',
    });
    expect(startingData({ ...start, edition: '2004' })).toMatchObject({
      'cmi.entry': 'ab-initio',
      'cmi.learner_id': 'anke',
    });
  });

  it('resumes what was suspended', () => {
    const stored = {
      'cmi.core.exit': 'suspend',
      'cmi.suspend_data': 'x',
      'cmi.core.session_time': '0000:01:00',
    };
    const data = startingData({ ...start, stored });
    expect(data).toMatchObject({ 'cmi.core.entry': 'resume', 'cmi.suspend_data': 'x' });
    expect(data).not.toHaveProperty(['cmi.core.session_time']);
  });

  it('like Moodle gives 1.2 its data back whatever the exit, and 2004 only after suspend', () => {
    const old = startingData({ ...start, stored: { 'cmi.suspend_data': 'x' } });
    expect(old).toMatchObject({ 'cmi.core.entry': '', 'cmi.suspend_data': 'x' });
    const left = { 'cmi.exit': 'normal', 'cmi.suspend_data': 'x' };
    const fresh = startingData({ ...start, edition: '2004', stored: left });
    expect(fresh).toMatchObject({ 'cmi.entry': 'ab-initio' });
    expect(fresh).not.toHaveProperty(['cmi.suspend_data']);
  });

  it('gives a review its data, without credit', () => {
    const stored = { 'cmi.completion_status': 'completed', 'cmi.suspend_data': 'x', 'cmi.exit': 'normal' };
    expect(startingData({ ...start, edition: '2004', stored, mode: 'review' })).toMatchObject({
      'cmi.mode': 'review',
      'cmi.credit': 'no-credit',
      'cmi.suspend_data': 'x',
    });
  });

  it('knows when an attempt has ended', () => {
    expect(isEnded('1.2', { 'cmi.core.lesson_status': 'failed' })).toBe(true);
    expect(isEnded('1.2', { 'cmi.core.lesson_status': 'incomplete' })).toBe(false);
    expect(isEnded('2004', { 'cmi.completion_status': 'completed' })).toBe(true);
    expect(isEnded('2004', { 'cmi.success_status': 'failed' })).toBe(false);
  });
});
