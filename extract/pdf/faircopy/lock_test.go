package faircopy

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"encoding/hex"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
	"fuhe/extract/pdf/sample"
)

// lockedFile writes a file whose contents are encrypted as the dictionary says, with an owner's
// password that nobody knows and the user's password given in its padded form.
func lockedFile(t *testing.T, terms terms, dict string, kind cipherKind, password []byte) []byte {
	t.Helper()
	terms.owner = bytes.Repeat([]byte("o"), 32)
	terms.id = []byte("id")
	key := terms.userPassword(password)
	user := rc4Plain(key, padding)
	if terms.revision >= 3 {
		sum := md5.Sum(append(bytes.Clone(padding), terms.id...))
		user = append(rounds(key, sum[:], 0, 1), make([]byte, 16)...)
	}
	l := &lock{key: key, stream: kind, strings: kind}
	objects := sample.Objects("", "")
	objects[3] = sample.Stream("", string(sealed(t, l, kind, []byte("q Q"), ref{4, 0})))
	objects = append(objects, fmt.Sprintf("<< /Filter /Standard %s /P %d /O <%x> /U <%x> >>", dict, terms.permissions, terms.owner, user))
	return sample.FileWith("/Encrypt 5 0 R /ID [<"+hex.EncodeToString(terms.id)+"> <00>]", objects...)
}

func sealed(t *testing.T, l *lock, kind cipherKind, data []byte, r ref) []byte {
	t.Helper()
	if kind == rc4Cipher {
		return rc4Plain(l.objectKey(r, nil), data)
	}
	pad := aes.BlockSize - len(data)%aes.BlockSize
	data = append(bytes.Clone(data), bytes.Repeat([]byte{byte(pad)}, pad)...)
	block, err := aes.NewCipher(l.objectKey(r, []byte("sAlT")))
	if err != nil {
		t.Fatal(err)
	}
	vector := []byte("0123456789abcdef")
	out := make([]byte, len(data))
	cipher.NewCBCEncrypter(block, vector).CryptBlocks(out, data)
	return append(vector, out...)
}

func TestEncryptedFiles(t *testing.T) {
	filters := func(method string) string {
		return "/V 4 /R 4 /Length 128 /CF << /StdCF << /CFM /" + method + " >> >> /StmF /StdCF /StrF /StdCF"
	}
	for _, c := range []struct {
		name  string
		terms terms
		dict  string
		kind  cipherKind
	}{
		{"RC4, 40 bits", terms{version: 1, revision: 2, bytes: 5, permissions: -4}, "/V 1 /R 2", rc4Cipher},
		{"RC4, 128 bits", terms{version: 2, revision: 3, bytes: 16, permissions: -44}, "/V 2 /R 3 /Length 128", rc4Cipher},
		{"RC4, length in bytes", terms{version: 2, revision: 3, bytes: 16}, "/V 2 /R 3 /Length 16", rc4Cipher},
		{"RC4 by a crypt filter", terms{version: 4, revision: 4, bytes: 16}, filters("V2"), rc4Cipher},
		{"AES, 128 bits", terms{version: 4, revision: 4, bytes: 16}, filters("AESV2"), aesV2},
		{"AES, plain metadata", terms{version: 4, revision: 4, bytes: 16, metadataPlain: true}, filters("AESV2") + " /EncryptMetadata false", aesV2},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff([]string{"q Q|"}, contents(t, lockedFile(t, c.terms, c.dict, c.kind, padding))); diff != "" {
				t.Error(diff)
			}
			other := append([]byte("secret"), padding[:26]...)
			_, err := Make(t.Context(), lockedFile(t, c.terms, c.dict, c.kind, other), document.Limits{})
			if !errors.Is(err, ErrEncrypted) {
				t.Errorf("with a password: %v", err)
			}
		})
	}
}

func TestOwnersEmptyPasswordOpens(t *testing.T) {
	for _, terms := range []terms{{revision: 2, bytes: 5}, {revision: 3, bytes: 16}} {
		secret := append([]byte("secret"), padding[:26]...)
		sum := md5.Sum(padding)
		if terms.revision == 2 {
			terms.owner = rc4Plain(sum[:5], secret)
		} else {
			terms.owner = rounds(rehash(sum[:], 16), secret, 0, 1)
		}
		if got := terms.passwordFromOwner(); !bytes.Equal(got, secret) {
			t.Errorf("revision %d: got %q", terms.revision, got)
		}
	}
}

// TestLongKeys wraps a key as ISO 32000-2 tells and finds it again.
func TestLongKeys(t *testing.T) {
	for _, revision := range []int64{5, 6} {
		want := bytes.Repeat([]byte("k"), 32)
		e := terms{version: 5, revision: revision, owner: make([]byte, 48)}
		e.user = append(e.hash([]byte("checksum"), nil), "checksumkeysalt8"...)
		block, err := aes.NewCipher(e.hash([]byte("keysalt8"), nil))
		if err != nil {
			t.Fatal(err)
		}
		e.userKey = make([]byte, 32)
		cipher.NewCBCEncrypter(block, make([]byte, 16)).CryptBlocks(e.userKey, want)
		if got := e.findKey(); !bytes.Equal(got, want) {
			t.Errorf("revision %d: got %q", revision, got)
		}
		e.user[0] ^= 1
		if got := e.findKey(); got != nil {
			t.Errorf("revision %d: a wrong password opened the file", revision)
		}
	}
}

func TestFilesThatEncryptOnlyAttachmentsNeedNoKey(t *testing.T) {
	dict := "<< /Filter /Standard /V 4 /R 4 /CF << /StdCF << /CFM /AESV2 >> >> /StmF /Identity /StrF /Identity /EFF /StdCF /O <00> /U <00> >>"
	data := sample.FileWith("/Encrypt 5 0 R", append(sample.Objects("q Q", ""), dict)...)
	if diff := cmp.Diff([]string{"q Q|"}, contents(t, data)); diff != "" {
		t.Error(diff)
	}
}
