import { ICONS, type IconName, type Shape } from './icons.ts';

/** The same drawings as Icon.astro, for islands. */
export function Icon({ name }: { name: IconName }) {
  const shapes: readonly Shape[] = ICONS[name];
  return (
    <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
      {shapes.map((shape) =>
        'd' in shape ? (
          <path
            key={shape.d}
            d={shape.d}
            fill={shape.fill}
            strokeDasharray={shape.dashes}
            className={shape.cut && 'cut'}
          />
        ) : (
          <circle
            key={`${shape.cx} ${shape.r}`}
            cx={shape.cx}
            cy={shape.cy}
            r={shape.r}
            fill={shape.fill}
            strokeDasharray={shape.dashes}
          />
        ),
      )}
    </svg>
  );
}
