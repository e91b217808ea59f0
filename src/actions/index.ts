import { learning } from './learning.ts';
import { signIn } from './sign-in.ts';

export const server = { learning, signIn };
