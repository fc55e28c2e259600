# Completion of delegate for bash. Made by "delegate completion bash".
# What is typed is handed over as it stands, and nothing of it is evaluated.
_delegate() {
  local reply candidate
  COMPREPLY=()
  reply=$(delegate complete --bash "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" "$COMP_TYPE" "${COLUMNS:-80}" 2>/dev/null) || return 0
  case $reply in
    '') return 0 ;;
    :files) compopt -o default 2>/dev/null; return 0 ;;
    :folders) compopt -o dirnames 2>/dev/null; return 0 ;;
  esac
  while IFS= read -r candidate; do
    COMPREPLY+=("$candidate")
  done <<<"$reply"
  if [[ ${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
  return 0
}
complete -F _delegate delegate
