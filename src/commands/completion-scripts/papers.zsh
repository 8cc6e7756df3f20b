#compdef papers
# Completes papers in zsh.
_papers() {
  local line files=''
  local -a candidates
  while IFS= read -r line; do
    if [[ $line == ':files' ]]; then
      files='yes'
    else
      candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    fi
  done < <(papers complete -- "${(@)words[2,CURRENT-1]}" "$PREFIX" 2> /dev/null)
  (( $#candidates )) && _describe -V papers candidates
  [[ -n $files ]] && _files
}
if [[ $funcstack[1] == '_papers' ]]; then
  _papers "$@"
else
  compdef _papers papers
fi
