import { createRoot } from 'react-dom/client';
import { readDemoConfig } from '../../demo/outlook/config';
import { HomePage } from '../../demo/outlook/page/HomePage';

async function main(): Promise<void> {
  const config = await readDemoConfig();
  const element = document.getElementById('home');
  if (element === null) throw new Error('page without a place to draw');
  createRoot(element).render(<HomePage config={config} />);
}

void main();
