import { feedback } from './feedback.ts';
import { learning } from './learning.ts';
import { signIn } from './sign-in.ts';
import { visitor } from './visitor.ts';

export const server = { feedback, learning, signIn, visitor };
