import { learning } from './learning.ts';
import { signIn } from './sign-in.ts';
import { visitor } from './visitor.ts';

export const server = { learning, signIn, visitor };
