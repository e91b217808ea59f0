import content from 'virtual:psp-content';
import type { APIRoute } from 'astro';
import { readCode, shownCode } from '#src/learning/code.ts';
import { asLearner } from '#src/organisation/access.ts';

/** The own certificate as a file, with the own name; somebody else's is not there. */
export const GET: APIRoute = async ({ params, locals: { services, principal, profile } }) => {
  const learner = asLearner(principal);
  const code = readCode(params.code ?? '');
  const certificates = learner && code ? await services.learning.certificates(learner) : [];
  const certificate = certificates.find((one) => one.code === code);
  if (!certificate || !profile) return new Response(null, { status: 404 });
  const { path, modules, cases, issuedAt, validUntil, lawDate } = certificate;
  const file = await services.certificatePdf({
    name: profile.name,
    pathTitle: content.paths.find(({ id }) => id === path)?.title ?? path,
    modules: modules.map(({ id, version }) => ({
      title: content.modules.find((one) => one.id === id)?.title ?? id,
      version,
    })),
    cases,
    issuedAt,
    validUntil,
    lawDate,
    code: shownCode(certificate.code),
    address: `${services.configuration.origin}/bevis/${certificate.code}`,
  });
  return new Response(new Uint8Array(file), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'attachment; filename="kursusbevis.pdf"' },
  });
};
