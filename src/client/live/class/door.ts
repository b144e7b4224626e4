// The way to the pages of a class's campaign: nothing of them is fetched before a session is one.

export const classRooms = () => import('./classRooms.tsx');
