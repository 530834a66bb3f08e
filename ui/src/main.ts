import './shared/tokens.css';
