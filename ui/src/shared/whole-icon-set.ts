/** The whole icon set, in a file of its own, loaded when the first topic is shown. */
export { icons } from 'lucide';
